"""From a question to a checked answer; start reading at ``answering``.

The files in the order in which a question passes them:

    service         the product as one object: what page, API, command line and eval call
    assembling      makes all parts once, and hands each to those that work with it
    answering       the ordered list of steps
    understanding/  question → Query: what it names, what it asks
    referring       他, 这位: the person the answer before it named
    ordered         questions that dictate their answer: what they state is checked instead
    joining         several questions in one message: their answers made one
    listing         lists and counts: which of the ways to give them is wanted
      topics          what the tasks wanted are about
    finding         facts: search, rank, compose; or refuse
      facets          one query for each thing that is set side by side
      ranking         which clause answers: a score over named features
      agreement       those features that compare what a question names with a task
      units_asked     the unit an answer must have ("多少家" → 家)
      following       the clause about a thing that is followed through several stages
      counterparts    the side of a comparison that would be refused alone
    refusing/       why the best passage does not answer
    composing/      the words of an answer, one file a kind of answer
    statements      what composing hands on: statements and the characters they rest on
    generating/     a language model words it, if one is set
    checking        every figure, date and name must stand in a cited passage
    tracing/        the same for words that a model chose
    citing          markers, quotes, spans in the source file
    replies         the Answer, with the sentence of its ending
    timing          how long each step took

Beside that way: ``verifying/`` judges pasted texts claim by claim, ``browsing`` hands out tasks,
documents and spans as they stand, ``answers`` keeps answers under their address, ``explaining`` shows
the steps of one question, ``ablation`` names the parts that evaluation switches off, ``models`` are the
shapes handed on, ``settings`` what can be set from outside, ``web/`` and ``cli/`` what people meet.
"""
