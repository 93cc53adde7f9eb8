"""Marks in front of lines: bullets, dashes, numbers of points, and what they look like after extraction."""

import re

MARK = re.compile(
    r"(?P<glyph>[▪■□●•◆◇◦○◘‣⁃∙▫▢·*–—►▶▸➢➤➔→»✓✔✗☐☑☒★☆❖❑❒\uf000-\uf0ff-]|[o?\ufffd](?=\s))\s+(?:\[[ xX]\]\s+)?(?=\S)"
)
"""A list item's mark, "?" where a program had no letter for it; the private use characters are Word's bullets as PDF readers see them."""

LETTERED = re.compile(r"[a-h]\)\s+(?=\S)")
QUOTED_LINE = re.compile(r">\s*")
NUMBERED = re.compile(r"(?:§\s*\d+[a-z]?\.?|\d{1,2}(?:\.\d{1,2})*[.)])\s+(?=\S)")
SECTION_SIGN = re.compile(r"§\s*\d+")
NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]\s+[A-ZÅÄÖ]")
HASH = re.compile(r"#{1,6}\s")
HEAD_MARK = re.compile(r"[#*\s]*(?:§\s*\d+\w?\.?\s*|\d{1,2}(?:\.\d+)*[.)]?\s+)?[*_]*")
"""What stands in front of a heading's words: "## 2 ", "§ 12 ", "3. ", "**"."""
