"""The archive: closed rounds as packages that prove themselves, and the catalogue that chains them.

`close.py` tells how a round is closed, `check.py` how what is archived is checked. `verify.py` needs nothing but Python
and goes along in every package. Rooms from the ground up: `package/`, `layouts/`, `holdings/`, `proofs/`, `checking/`.
"""
