hornbook_fuzz(fuzz_selector SOURCES selector_fuzz.cpp LIBRARIES ui_semantics)
