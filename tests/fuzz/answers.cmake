hornbook_fuzz(fuzz_typed_answer SOURCES ${CMAKE_CURRENT_LIST_DIR}/typed_answer_fuzz.cpp LIBRARIES runtime_engage)
hornbook_fuzz(fuzz_strokes SOURCES ${CMAKE_CURRENT_LIST_DIR}/strokes_fuzz.cpp LIBRARIES runtime_engage)
