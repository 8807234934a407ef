hornbook_fuzz(fuzz_video SOURCES ${CMAKE_CURRENT_LIST_DIR}/video_fuzz.cpp LIBRARIES platform_video)
hornbook_fuzz(fuzz_web_vtt SOURCES ${CMAKE_CURRENT_LIST_DIR}/web_vtt_fuzz.cpp LIBRARIES runtime_engage)
