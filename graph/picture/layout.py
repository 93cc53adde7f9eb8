"""Layout: where each node stands, in pixels; the same network gives the same places.

Each connected piece starts as a tree of rings around its best-tied node. A piece of up to `STRESS` nodes
is then drawn so that distances on paper follow distances in the network (stress majorization: Gansner,
Koren & North 2004), a larger one by forces (rustworkx, seeded). Nodes and labels that overlap
are pushed apart, and the pieces are packed. Nothing is random but the seeded forces, and no eigenvectors
are asked for, whose signs differ between machines.
"""

from collections.abc import Sequence
from math import cos, pi, sin, sqrt

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

from graph.model.network import Network
from graph.picture.labels import label_lines, label_size
from graph.picture.measures import degrees, radius
from graph.picture.room import Boxes, packed, spread

Points = NDArray[np.float64]
Adjacency = Sequence[Sequence[int]]

STRESS = 350
"""Nodes up to which a piece is drawn by stress, whose cost grows with their square."""

LENGTH = 84.0
"""A tie's length between two nodes with few others, in pixels."""

ROOM = 26.0
"""Radius of the room that each node of a large piece has, in pixels."""

ASPECT = 1.45
"""Width of the whole over its height: the shape of a wide screen beside its panels, and of a figure."""

SHAPES = (ASPECT, 1.2, 0.9, 0.65)
"""What a page may be shown on: a wide screen, a laptop's beside the panels, a telephone."""


def layout(network: Network) -> dict[str, tuple[int, int]]:
    """The centre of every node by its IRI, y downwards, around (0, 0).

    No two nodes overlap; in pieces of up to `STRESS` nodes no node or label overlaps another's.
    """
    return layouts(network, (ASPECT,))[0]


def layouts(network: Network, aspects: Sequence[float]) -> list[dict[str, tuple[int, int]]]:
    """The same for wholes of several shapes: each piece drawn alike, the pieces packed for each aspect."""
    counts = degrees(network)
    index = {node.iri: i for i, node in enumerate(network.nodes)}
    around: list[set[int]] = [set() for _ in network.nodes]
    for edge in network.edges:
        a, b = index[edge.source], index[edge.target]
        if a != b:
            around[a].add(b)
            around[b].add(a)
    adjacency = [sorted(others) for others in around]
    sizes = [label_size(label_lines(node.name)) for node in network.nodes]
    radii = [radius(counts[node.iri]) for node in network.nodes]
    pieces = []
    for members in components(adjacency):
        small = len(members) <= STRESS
        boxes = Boxes.of([radii[i] for i in members], [sizes[i] for i in members], labels=small)
        pieces.append((members, spread(_piece(members, adjacency), boxes), boxes))
    found = []
    for aspect in aspects:
        moved = packed([(points, boxes) for _, points, boxes in pieces], aspect)
        where = {}
        for (members, _, _), points in zip(pieces, moved, strict=True):
            for i, (x, y) in zip(members, points, strict=True):
                where[network.nodes[i].iri] = (round(x), round(y))
        found.append(where)
    return found


def components(adjacency: Adjacency) -> list[list[int]]:
    """The connected pieces, the largest first, each as its nodes in ascending order."""
    seen: set[int] = set()
    pieces = []
    for start in range(len(adjacency)):
        if start not in seen:
            piece = [start]
            seen.add(start)
            for node in piece:  # grows while it is walked
                fresh = [other for other in adjacency[node] if other not in seen]
                seen.update(fresh)
                piece += fresh
            pieces.append(sorted(piece))
    return sorted(pieces, key=lambda piece: (-len(piece), piece[0]))


def _piece(members: list[int], adjacency: Adjacency) -> Points:
    """Places of one piece's nodes, before anything is pushed apart."""
    local = {node: i for i, node in enumerate(members)}
    near = [[local[other] for other in adjacency[node]] for node in members]
    rings = _rings(near)
    if len(members) < 3:
        return rings * LENGTH * 1.9
    return _lying(_stressed(near, rings) if len(members) <= STRESS else _forced(near, rings))


def _rings(near: Adjacency) -> Points:
    """A tree of shortest paths around the best-tied node, each ring one step further out."""
    root = max(range(len(near)), key=lambda i: (len(near[i]), -i))
    children: list[list[int]] = [[] for _ in near]
    order, depth = [root], {root: 0}
    for node in order:
        for other in near[node]:
            if other not in depth:
                depth[other] = depth[node] + 1
                children[node].append(other)
                order.append(other)
    leaves = [1] * len(near)
    for node in reversed(order):
        leaves[node] = sum(leaves[child] for child in children[node]) or 1
    points = np.zeros((len(near), 2))
    sectors = {root: (0.0, 2 * pi)}
    for node in order:
        low, high = sectors[node]
        middle = (low + high) / 2
        points[node] = (depth[node] * cos(middle), depth[node] * sin(middle))
        for child in children[node]:
            share = (high - low) * leaves[child] / leaves[node]
            sectors[child] = (low, low + share)
            low += share
    return points


def _stressed(near: Adjacency, start: Points) -> Points:
    """Places whose distances come as close as they can to the distances in the network."""
    goal = _distances(near)
    weight = 1 / np.where(goal > 0, goal, 1) ** 2
    np.fill_diagonal(weight, 0)
    laplacian = np.diag(weight.sum(axis=1)) - weight
    solve = np.linalg.inv(laplacian[1:, 1:])  # once: every step asks it again
    points = start * LENGTH
    for _ in range(150):
        gaps = points[:, None] - points[None]
        length = np.sqrt((gaps**2).sum(axis=2))
        ratio = np.divide(weight * goal, length, out=np.zeros_like(length), where=length > 1e-9)
        pull = points * ratio.sum(axis=1)[:, None] - ratio @ points
        moved = np.zeros_like(points)  # node 0 stays at the origin, which makes the system regular
        moved[1:] = solve @ pull[1:]
        settled = float(np.abs((moved - moved.mean(0)) - (points - points.mean(0))).max()) < 0.5
        points = moved
        if settled:
            break
    return points


def _distances(near: Adjacency) -> Points:
    """Shortest paths in pixels; a tie is longer where its ends have many, which need the room."""
    graph = rx.PyGraph()
    graph.add_nodes_from(list(range(len(near))))
    for a, others in enumerate(near):
        for b in others:
            if a < b:
                graph.add_edge(a, b, LENGTH * (0.7 + 0.15 * (sqrt(len(near[a])) + sqrt(len(near[b])))))
    return rx.graph_floyd_warshall_numpy(graph, weight_fn=float)


def _forced(near: Adjacency, start: Points) -> Points:
    """Places of a large piece: ties pull, all nodes push, from the rings on, with a fixed seed."""
    graph = rx.PyGraph()
    graph.add_nodes_from(list(range(len(near))))
    graph.add_edges_from_no_data([(a, b) for a, others in enumerate(near) for b in others if a < b])
    found = rx.spring_layout(
        graph,
        pos={i: (float(x), float(y)) for i, (x, y) in enumerate(start)},
        k=1.6 / sqrt(len(near)),
        num_iter=120,
        seed=1,
    )
    points = np.array([found[i] for i in range(len(near))])
    return _even(points - points.mean(0))


def _even(points: Points) -> Points:
    """The same directions from the middle, at distances that give every node the same room."""
    far = np.sqrt((points**2).sum(axis=1))
    rank = np.argsort(np.argsort(far, kind="stable"), kind="stable")
    wanted = ROOM * np.sqrt(rank + 0.5)
    spread_out: Points = points * (wanted / np.maximum(far, 1e-9))[:, None]
    return spread_out


def _lying(points: Points) -> Points:
    """The piece turned so that its longer axis lies, as screens and labels do."""
    points = points - points.mean(0)
    (xx, xy), (_, yy) = points.T @ points
    turn = -0.5 * float(np.arctan2(2 * xy, xx - yy))
    turned: Points = points @ np.array([[cos(turn), sin(turn)], [-sin(turn), cos(turn)]])
    return turned
