// Items of a few lines in memory, for tests to vary.
#pragma once

#include <string>

#include "content_packs/build/source_tree.hpp"
#include "content_packs/import/qti/import_qti.hpp"

namespace hornbook::content::tests {

inline void put_file(SourceTree& tree, const std::string& path, const std::string& text) {
  tree[path] = Bytes(text.begin(), text.end());
}

inline std::string item_xml(const std::string& declarations, const std::string& body, const std::string& rules) {
  return "<assessmentItem xmlns='http://www.imsglobal.org/xsd/imsqti_v2p1' identifier='item' title='An item' "
         "adaptive='false' timeDependent='false'>" +
         declarations + "<outcomeDeclaration identifier='SCORE' cardinality='single' baseType='float'/><itemBody>" +
         body + "</itemBody>" + rules + "</assessmentItem>";
}

inline std::string standard(const std::string& name) {
  return "<responseProcessing template='http://www.imsglobal.org/question/qti_v2p1/rptemplates/" + name + "'/>";
}

inline std::string response(const std::string& cardinality, const std::string& type, const std::string& correct,
                            const std::string& more = "") {
  return "<responseDeclaration identifier='RESPONSE' cardinality='" + cardinality + "' baseType='" + type + "'>" +
         (correct.empty() ? "" : "<correctResponse>" + correct + "</correctResponse>") + more +
         "</responseDeclaration>";
}

inline std::string choice_body(int most) {
  return "<p>Which are even?</p><choiceInteraction responseIdentifier='RESPONSE' maxChoices='" + std::to_string(most) +
         "'><simpleChoice identifier='A'>two</simpleChoice><simpleChoice identifier='B'>three</simpleChoice>"
         "<simpleChoice identifier='C'>four</simpleChoice></choiceInteraction>";
}

inline Imported import_item(const std::string& xml) {
  SourceTree tree;
  put_file(tree, "item.xml", xml);
  return import_qti(tree).value();
}

inline bool has_code(const Imported& imported, const std::string& code) {
  return count(imported.report).remarks.contains(code);
}

}  // namespace hornbook::content::tests
