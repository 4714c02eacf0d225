"""The look of a paper, made from the theme: its styles, the numbers of its lists, the measures of its pages."""
