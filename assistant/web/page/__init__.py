"""The page: 问答, 核查, 任务总表, 文件. ``mounting.mount_page`` hangs it into the application."""
