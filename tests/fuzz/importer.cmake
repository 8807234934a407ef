hornbook_fuzz(fuzz_oatutor_text SOURCES ${CMAKE_CURRENT_LIST_DIR}/oatutor_text_fuzz.cpp
              LIBRARIES content_packs_import runtime_engage)
hornbook_fuzz(fuzz_oatutor_pool SOURCES ${CMAKE_CURRENT_LIST_DIR}/oatutor_pool_fuzz.cpp LIBRARIES content_packs_import)
hornbook_fuzz(fuzz_storybook SOURCES ${CMAKE_CURRENT_LIST_DIR}/storybook_fuzz.cpp LIBRARIES content_packs_import)
hornbook_fuzz(fuzz_epub SOURCES ${CMAKE_CURRENT_LIST_DIR}/epub_fuzz.cpp LIBRARIES content_packs_import)
hornbook_fuzz(fuzz_import_archive SOURCES ${CMAKE_CURRENT_LIST_DIR}/import_archive_fuzz.cpp
              LIBRARIES content_packs_import)
hornbook_fuzz(fuzz_qti_item SOURCES ${CMAKE_CURRENT_LIST_DIR}/qti_item_fuzz.cpp LIBRARIES content_packs_import)
hornbook_fuzz(fuzz_qti_expression SOURCES ${CMAKE_CURRENT_LIST_DIR}/qti_expression_fuzz.cpp
              LIBRARIES content_packs_import)
hornbook_fuzz(fuzz_import_csv SOURCES ${CMAKE_CURRENT_LIST_DIR}/import_csv_fuzz.cpp LIBRARIES content_packs_import)
hornbook_fuzz(fuzz_import_h5p SOURCES ${CMAKE_CURRENT_LIST_DIR}/import_h5p_fuzz.cpp LIBRARIES content_packs_import)
hornbook_fuzz(fuzz_spreadsheet SOURCES ${CMAKE_CURRENT_LIST_DIR}/spreadsheet_fuzz.cpp LIBRARIES content_packs_import)
hornbook_fuzz(fuzz_played_file SOURCES ${CMAKE_CURRENT_LIST_DIR}/played_file_fuzz.cpp LIBRARIES content_packs_import)
