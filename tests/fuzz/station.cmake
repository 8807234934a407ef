hornbook_fuzz(fuzz_script SOURCES ${CMAKE_CURRENT_SOURCE_DIR}/script_fuzz.cpp LIBRARIES platform_script)
