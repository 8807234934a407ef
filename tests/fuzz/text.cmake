hornbook_fuzz(fuzz_math SOURCES math_fuzz.cpp LIBRARIES ui_text)
