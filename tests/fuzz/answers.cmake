hornbook_fuzz(fuzz_typed_answer SOURCES ${CMAKE_CURRENT_LIST_DIR}/typed_answer_fuzz.cpp LIBRARIES runtime_engage)
