"""Click's help and complaints in the words of `wording`, in the language that was asked for."""

from collections.abc import Sequence
from typing import Any

import click

from graph.errors import BadUsage, BadValue, MissingArgument, SamverkanError, UnknownOption
from graph.wording.sentences import Language, help_words

LANGUAGE = "graph.commands.language"
"""Where a context keeps the language; click shares it with the contexts of its commands."""


def language(ctx: click.Context) -> Language:
    """The language of this call."""
    found: Language = ctx.meta.get(LANGUAGE, "sv")
    return found


class Worded(click.Command):
    """A command whose help stands in `wording`, under its own name."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line of usage, its argument names in the language of the call."""
        words = help_words(language(ctx))["shared"]
        pieces = [words["metavars"].get(piece, piece) for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=f"{words['usage']}: ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does: its line in the table of commands, and what else is to be known."""
        words = help_words(language(ctx))[word_key(self)]
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(words["help"])
            if "more" in words:
                formatter.write_paragraph()
                formatter.write_text(words["more"])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, each with its line; what several commands share is worded once."""
        words = help_words(language(ctx))
        shared = words["shared"]
        own = words[word_key(self)].get("options", {})
        rows = []
        for option in self.get_params(ctx):
            if isinstance(option, click.Option) and not option.hidden:
                name = str(option.name) if option is not self.get_help_option(ctx) else "help"
                rows.append(
                    (_spelling(option, ctx, shared["metavars"]), own.get(name) or words["options"][name])
                )
        with formatter.section(shared["options"]):
            formatter.write_dl(rows)


def word_key(command: click.Command) -> str:
    """The table of a command in `wording`; the group's own for the group."""
    return "group" if isinstance(command, click.Group) else str(command.name)


def _spelling(option: click.Option, ctx: click.Context, metavars: dict[str, str]) -> str:
    record = option.get_help_record(ctx)
    spelt = record[0] if record else ", ".join(option.opts)
    flag, _, metavar = spelt.rpartition(" ")
    return f"{flag} {metavars.get(metavar, metavar)}" if flag and not metavar.startswith("-") else spelt


def complaint(error: click.UsageError, arguments: Sequence[str]) -> SamverkanError:
    """What click found wrong with the arguments, as a failure with a sentence in both languages."""
    command = error.ctx.command_path if error.ctx else "samverkan"
    if isinstance(error, click.NoSuchOption):
        return UnknownOption(option=error.option_name, command=command)
    if isinstance(error, click.MissingParameter):
        return MissingArgument(argument=_name(error.param), command=command)
    if isinstance(error, click.BadParameter):
        return BadValue(parameter=_name(error.param), problem=_fitting(error), command=command)
    return BadUsage(problem=error.message.rstrip("."), command=command)


def _name(parameter: Any) -> str:
    if isinstance(parameter, click.Option):
        return str(parameter.opts[0])
    return str(parameter.metavar or parameter.name).upper() if parameter else "?"


def _fitting(error: click.BadParameter) -> str:
    """What would fit, said in no language; click's own words where nothing shorter tells."""
    match error.param.type if error.param else None:
        case click.Choice() as choice:
            return ", ".join(map(str, choice.choices))
        case click.IntRange() | click.FloatRange() as number:
            return f">= {number.min:g}"
    return error.message.rstrip(".")
