"""The template environment: Jinja's sandbox with what it leaves open closed.

A template can loop over, choose from and print what the view holds, through a short list of filters. It calls nothing
but macros, reads fields and nothing else of a value, and finds templates in a table that was read beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from math import isfinite
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, Template, TemplateNotFound, TemplateSyntaxError, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from markupsafe import Markup

from reporting.audiences.reading import Item
from reporting.drafting.printing import printed
from reporting.drafting.sheet import spent
from reporting.drafting.spending import Counted, counted, counting, joined

OWN = (LoopContext, Namespace, TemplateModule, TemplateReference, BlockReference)
"""Jinja's own things, whose attributes a template needs: `loop.last`, `macros.contact`, `self.title`."""
TURNS = "-turns"
"""The filter around what a loop goes through."""
TOO_LARGE = "a number is too large to be worked with"
LONG_NUMBER = re.compile(r"\d[\d_]{4000,}")
CALLABLE = (Macro, BlockReference, LoopContext)
TESTS: tuple[str, ...] = ("defined", "undefined", "none", "true", "false", "in", "odd", "even", "divisibleby", "sameas")
TESTS += ("eq", "ne", "lt", "le", "gt", "ge")


class Missing(StrictUndefined):
    """A name that is not there. Using it is an error that says where it was looked for."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        if isinstance(self._undefined_obj, Item):
            return f"{self._undefined_obj.where() or 'the view'} has no field `{self._undefined_name}`"
        if isinstance(self._undefined_obj, Mapping):
            return f"there is no `{self._undefined_name}` in this table of words"
        if isinstance(self._undefined_name, str) and self._undefined_exception is not None:
            return f"`{self._undefined_name}` is not there"
        return "a value that is not there"


class TableLoader(BaseLoader):
    """Templates from a table of names and texts; nothing is looked for on disk."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:
        if template not in self.texts:
            raise TemplateNotFound(template)
        return self.texts[template], f"templates/{template}", lambda: True


class Generator(CodeGenerator):
    """Jinja's compiler, but `a ~ b` joins values as they are printed."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self.write("environment.joined((")
        for each in node.nodes:
            self.visit(each, frame)
            self.write(", ")
        self.write("))")


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Fields of the view, loops, conditions, macros and our filters; nothing else."""

    intercepted_binops = frozenset(["**", "*", "%", "+"])
    code_generator_class = Generator

    def __init__(
        self, texts: Mapping[str, str], filters: Mapping[str, Callable[..., Any]], words: Mapping[str, Any]
    ) -> None:
        super().__init__(
            loader=TableLoader(texts),
            autoescape=True,
            undefined=Missing,
            finalize=_finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
            # A filter may depend on the paper, so nothing is worked out once and for all while a template is compiled.
            optimized=False,
        )
        self.globals = {"namespace": Namespace, "words": words}
        self.filters = {name: counting(each, spent) for name, each in filters.items()}
        # No template can name this one: it stands around what each loop goes through.
        self.filters[TURNS] = lambda values, letters: Counted(values, spent(), letters)
        self.tests = {name: self.tests[name] for name in TESTS}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The tree of a template. Escaping is never switched off, so the statement for it is no statement here.

        Numbers have a size that can be printed: Python refuses to read longer ones, and calls those with a fraction infinite.
        """
        try:
            tree = super()._parse(source, name, filename)
        except ValueError:
            long = LONG_NUMBER.search(source)
            line = source.count("\n", 0, long.start()) + 1 if long else 1
            raise TemplateSyntaxError(TOO_LARGE, line, name, filename) from None
        for number in tree.find_all(nodes.Const):
            if isinstance(number.value, float) and not isfinite(number.value):
                raise TemplateSyntaxError(TOO_LARGE, number.lineno, name, filename)
        for each in tree.find_all(nodes.EvalContextModifier):
            raise TemplateSyntaxError("templates do not use `autoescape`", each.lineno, name, filename)
        return tree

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - Jinja's
    ) -> str:
        """The code of a template, in which every turn of a loop is counted."""
        for loop in list(source.find_all(nodes.For)):
            letters = sum(len(text.data) for each in loop.body for text in _texts(each))
            around = nodes.Filter(loop.iter, TURNS, [nodes.Const(letters)], [], None, None)
            loop.iter = around.set_environment(self).set_lineno(loop.lineno)
        return super()._generate(source, name, filename, defer_init)

    def _load_template(self, name: str, globals: Any) -> Template:  # noqa: A002 - Jinja's name
        """A template that is asked for; one that is taken in again and again comes to an end, too."""
        spent().step()
        return super()._load_template(name, globals)

    @staticmethod
    def concat(pieces: Iterable[str]) -> str:
        """The text of a macro, of a block or of a whole paper."""
        return joined(pieces, spent())

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic is for numbers: a text times a thousand million is no sentence. Only `+` joins texts and lists."""
        if operator == "+":
            return counted(super().call_binop(context, operator, left, right), spent())
        if operator == "**" or not (isinstance(left, (int, float)) and isinstance(right, (int, float))):
            raise SecurityError(f"`{operator}` is for numbers only")
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a thing, or something of Jinja's own; other values have no attributes."""
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, (*OWN, Undefined)):
            return super().getattr(obj, attribute)
        return self.undefined(f"{_called(obj)} has no field `{attribute}`")

    def getitem(self, obj: Any, argument: Any) -> Any:
        """A field by its name, or an item of a list by its number."""
        if isinstance(obj, Mapping):
            found = isinstance(argument, str) and argument in obj
            return obj[argument] if found else self.undefined(obj=obj, name=str(argument))
        if isinstance(obj, (tuple, list)) and type(argument) is int:
            return obj[argument] if -len(obj) <= argument < len(obj) else self.undefined("the list is shorter")
        if isinstance(obj, (*OWN, Undefined)) and isinstance(argument, str):
            return self.getattr(obj, argument)
        return self.undefined(f"{_called(obj)} has no field of this name")

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """What a macro gives. Jinja's own message would quote what was called, which may be a text of the record."""
        if not self.is_safe_callable(obj):
            raise SecurityError("only macros can be called")
        spent().step()
        return super().call(context, obj, *args, **kwargs)

    def is_safe_callable(self, obj: Any) -> bool:
        """Macros, blocks, recursive loops and `namespace` may be called; a name that is not there says so itself."""
        return (
            isinstance(obj, (*CALLABLE, Undefined))
            or obj is Namespace
            or isinstance(getattr(obj, "__self__", None), LoopContext)
        )

    @staticmethod
    def joined(values: Iterable[Any]) -> Markup:
        """Values side by side, each as it would be printed."""
        # Counted as they come: how long a value is, is known only when it is printed.
        return Markup("").join([counted(printed(each), spent()) for each in values])


@pass_context  # so that nothing is printed while a template is compiled, when there is no paper yet
def _finalize(context: Context, value: Any) -> Any:
    return counted(printed(value), spent())


def _texts(node: nodes.Node) -> Iterator[nodes.TemplateData]:
    """What stands in a part of a template as it is, without what loops inside of it count for themselves."""
    if isinstance(node, nodes.TemplateData):
        yield node
    elif not isinstance(node, nodes.For):
        for each in node.iter_child_nodes():
            yield from _texts(each)


def _called(value: Any) -> str:
    if value is None:
        return "a value that is empty here"
    if isinstance(value, tuple):
        return "a list"
    return {str: "a text", int: "a number", bool: "a truth"}.get(type(value), "a value of this kind")
