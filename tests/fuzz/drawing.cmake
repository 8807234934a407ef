hornbook_fuzz(fuzz_selector SOURCES selector_fuzz.cpp LIBRARIES ui_semantics)
hornbook_fuzz(fuzz_text_markup SOURCES text_markup_fuzz.cpp LIBRARIES ui_text)
