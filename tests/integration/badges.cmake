# Learners' badges by the programs' commands; their QR codes are read by zbar, which is not what writes them.
add_test(NAME badges
  COMMAND python3 ${CMAKE_CURRENT_LIST_DIR}/badges_test.py $<TARGET_FILE_DIR:hornbook-server>)
set_tests_properties(badges PROPERTIES LABELS integration TIMEOUT 120)
