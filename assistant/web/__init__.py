"""What people and programs meet: the HTTP interface (``api``) and the page (``page``).

Both talk to the product through one seam, ``service.Service``; nothing here reads the environment.
"""
