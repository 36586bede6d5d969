"""What a question asks: its intent, what it names, and what kind of answer would serve it."""
