"""The archive: closed rounds as packages that prove themselves, and the catalogue that chains them.

`close.py` tells the whole walk. `verify.py` needs nothing but Python and goes along in every package. To add a kind of
package, add a row to `layouts.py`.
"""
