"""What a question asks: its intent, what it names, and what kind of answer would serve it.

``understanding`` holds the ordered steps, ``query`` what comes out. The files by what they are for:

    typing errors   correcting, by slips (what may be meant), judging (whether it is sure enough),
                    known_text (what the corpus writes), sounds, typed_sounds (pinyin)
    English         english, english_rows
    plain words     purposes, row_requests, row_words: what a question is asked for, requests for rows
    one question    reading puts it together: entities, by entity_forms, entity_patterns, named, editions
                    and bodies; references (第27项), years, roles; intents (asking words), classifying
                    (the intent), heads (what exactly is asked for), compounds (nouns beside an asking word), outlook (target or result),
                    premises, excluding
    selections      selections (scope × conditions × what is shown), by selection_reading, selection_words,
                    marked_text and holder_words
    several in one  splitting, parts, stages, stage_words, standings
    a chat          follow_ups, subjects (has it one of its own?), scope
"""
