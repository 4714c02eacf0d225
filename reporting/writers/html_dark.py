"""The theme's colours for a dark screen: the same hues, with light and shade exchanged."""

from __future__ import annotations

import colorsys

from reporting.document.theme import Theme

PAPER = "#ffffff"
DARKEST, LIGHTEST = 0.09, 0.9


def with_variables(css: str, theme: Theme) -> str:
    """The CSS with the theme's colours as variables, so that a dark screen can give them other values."""
    for name, value in theme.colours.items():
        css = css.replace(f"color:{value}", f"color:var(--{name})")
    return css


def dark_css(theme: Theme) -> str:
    """Variables for both kinds of screen; paper stays white."""
    colours = {"paper": PAPER, **theme.colours}
    values = ";".join(f"--{name}:{dark(value)}" for name, value in colours.items())
    return f":root{{--paper:{PAPER}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{values}}}}}\n"


def dark(colour: str) -> str:
    """The colour `#rrggbb` with its lightness turned round.

    >>> dark("#ffffff"), dark("#000000")
    ('#171717', '#e6e6e6')
    """
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
    turned = colorsys.hls_to_rgb(hue, LIGHTEST - light * (LIGHTEST - DARKEST), strength * 0.8)
    return "#" + "".join(f"{round(part * 255):02x}" for part in turned)
