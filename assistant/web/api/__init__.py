"""The HTTP interface; ``application.create_app`` puts it together."""
