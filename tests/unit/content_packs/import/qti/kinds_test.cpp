// Interactions beyond choices and typing, each as the kind of task that asks the same.
#include <gtest/gtest.h>

#include "content_packs/build/pack_source.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "content_packs/import/picture_size.hpp"
#include "runtime/core/crypto.hpp"
#include "tests/unit/content_packs/import/qti/small_item.hpp"

namespace hornbook::content {
namespace {

using namespace tests;

// The only step of what lints and scores every response as its rules do.
ImportedStep sound_step(const Imported& imported) {
  if (imported.pack.items.size() != 1 || imported.pack.items[0].steps.size() != 1) {
    ADD_FAILURE() << imported.pack.items.size() << " items: " << to_json(imported.report).dump(1);
    return {};
  }
  if (!crypto_start()) ADD_FAILURE() << "no cryptography";
  for (const Problem& problem : lint(to_source(imported.pack))) ADD_FAILURE() << describe(problem);
  EXPECT_FALSE(has_code(imported, "scores-differ"));
  EXPECT_FALSE(has_code(imported, "scores-combine-otherwise"));
  return imported.pack.items[0].steps[0];
}

std::string declared(const std::string& id, const std::string& type, const std::string& correct) {
  return "<responseDeclaration identifier='" + id + "' cardinality='single' baseType='" + type +
         "'><correctResponse><value>" + correct + "</value></correctResponse></responseDeclaration>";
}

std::string one_for_each(const std::vector<std::string>& ids) {
  std::string rules;
  for (const std::string& id : ids)
    rules += "<responseCondition><responseIf><match><variable identifier='" + id + "'/><correct identifier='" + id +
             "'/></match><setOutcomeValue identifier='SCORE'><sum><variable identifier='SCORE'/><baseValue "
             "baseType='float'>1</baseValue></sum></setOutcomeValue></responseIf></responseCondition>";
  return "<responseProcessing>" + rules + "</responseProcessing>";
}

const std::string of_text =
    "<p>Read this.</p><p>The <inlineChoiceInteraction responseIdentifier='A'><inlineChoice identifier='x'>dog"
    "</inlineChoice><inlineChoice identifier='y'>[[1]] cat</inlineChoice></inlineChoiceInteraction> has <em>its</em> "
    "<textEntryInteraction responseIdentifier='B'/> and [[ "
    "<textEntryInteraction responseIdentifier='C'/> legs.</p>";

TEST(QtiKinds, InteractionsInOneText_AreACloze) {
  const Imported imported = import_item(
      item_xml(declared("A", "identifier", "x") + declared("B", "string", "tail") + declared("C", "integer", "4"),
               of_text, one_for_each({"A", "B", "C"})));
  const ImportedStep step = sound_step(imported);
  const auto& cloze = std::get<ImportedCloze>(step.task);
  EXPECT_EQ(cloze.text, "The [[1]] has *its* [[2]] and \\[[ [[3]] legs.");
  EXPECT_EQ(imported.pack.items[0].prompt, "Read this.");
  ASSERT_EQ(cloze.blanks.size(), 3u);
  EXPECT_TRUE(std::get<ImportedChoices>(cloze.blanks[0]).choices[0].correct);
  EXPECT_EQ(std::get<ImportedShortText>(cloze.blanks[1]).answer, "tail");
  EXPECT_EQ(std::get<ImportedNumber>(cloze.blanks[2]).answer, "4");
  EXPECT_EQ(imported.report.items[0].outcome, Outcome::Taken);
}

TEST(QtiKinds, ClozeThatIsRightAsAWhole_EarnsAllOrNothing) {
  const std::string both =
      "<responseProcessing><responseCondition><responseIf><and><match><variable identifier='A'/><correct "
      "identifier='A'/></match><match><variable identifier='B'/><correct identifier='B'/></match></and>"
      "<setOutcomeValue identifier='SCORE'><baseValue baseType='float'>1</baseValue></setOutcomeValue></responseIf>"
      "</responseCondition></responseProcessing>";
  const ImportedStep step = sound_step(import_item(item_xml(
      declared("A", "string", "one") + declared("B", "string", "two"),
      "<p><textEntryInteraction responseIdentifier='A'/> and <textEntryInteraction responseIdentifier='B'/></p>",
      both)));
  EXPECT_TRUE(std::holds_alternative<ImportedCloze>(step.task));
  ASSERT_TRUE(step.credit);
  EXPECT_TRUE(step.credit->answers.empty() && step.credit->parts.empty());
}

TEST(QtiKinds, NumbersWithATolerance_AreAskedOneByOne) {
  const std::string near =
      "<responseProcessing><responseCondition><responseIf><and><equal toleranceMode='absolute' "
      "tolerance='0.5'><variable "
      "identifier='A'/><correct identifier='A'/></equal><match><variable identifier='B'/><correct identifier='B'/>"
      "</match></and><setOutcomeValue identifier='SCORE'><baseValue baseType='float'>1</baseValue></setOutcomeValue>"
      "</responseIf></responseCondition></responseProcessing>";
  const Imported imported = import_item(item_xml(
      declared("A", "float", "2.5") + declared("B", "string", "two"),
      "<p><textEntryInteraction responseIdentifier='A'/> and <textEntryInteraction responseIdentifier='B'/></p>",
      near));
  ASSERT_EQ(imported.pack.items.size(), 1u);
  EXPECT_EQ(imported.pack.items[0].prompt, "____ (1) and ____ (2)");
  EXPECT_EQ(imported.pack.items[0].steps.size(), 2u);
}

std::string gaps(const std::string& uses) {
  return "<gapMatchInteraction responseIdentifier='RESPONSE'><prompt>Fill in.</prompt><gapText identifier='W' "
         "matchMax='" +
         uses + "'>winter</gapText><gapText identifier='S' matchMax='" + uses +
         "'>summer</gapText>"
         "<gapText identifier='T' matchMax='" +
         uses +
         "'>autumn</gapText><p>Now is the <gap identifier='G1'/> of our "
         "discontent, made glorious <gap identifier='G2'/>.</p></gapMatchInteraction>";
}

TEST(QtiKinds, GapMatch_IsAClozeWithTiles) {
  const ImportedStep step = sound_step(import_item(
      item_xml(response("multiple", "directedPair", "<value>W G1</value><value>S G2</value>",
                        "<mapping defaultValue='0'><mapEntry mapKey='W G1' mappedValue='1'/><mapEntry mapKey='S G2' "
                        "mappedValue='2'/></mapping>"),
               gaps("1"), standard("map_response"))));
  const auto& cloze = std::get<ImportedCloze>(step.task);
  EXPECT_EQ(cloze.text, "Now is the [[1]] of our discontent, made glorious [[2]].");
  EXPECT_EQ(std::get<ImportedTileBlank>(cloze.blanks[1]).tile.text, "summer");
  EXPECT_EQ(cloze.extra.size(), 1u);
  EXPECT_FALSE(cloze.reuse);
  ASSERT_TRUE(step.credit) << "one gap is worth twice the other";
}

TEST(QtiKinds, GapMatchWhoseTilesAreUsedAgain_KeepsThemInTheBank) {
  const ImportedStep step =
      sound_step(import_item(item_xml(response("multiple", "directedPair", "<value>W G1</value><value>W G2</value>"),
                                      gaps("0"), standard("match_correct"))));
  EXPECT_TRUE(std::get<ImportedCloze>(step.task).reuse);
}

TEST(QtiKinds, Hottext_IsAHotText) {
  const ImportedStep step = sound_step(import_item(item_xml(
      response("multiple", "identifier", "<value>A</value><value>C</value>"),
      "<hottextInteraction responseIdentifier='RESPONSE' maxChoices='2'><prompt>Touch the verbs.</prompt><p>Dogs "
      "<hottext identifier='A'>run</hottext> on <hottext identifier='B'>grass</hottext> and <hottext "
      "identifier='C'>bark"
      "</hottext>.</p></hottextInteraction>",
      standard("match_correct"))));
  const auto& task = std::get<ImportedHotText>(step.task);
  EXPECT_EQ(task.text, "Dogs [[1:run]] on [[2:grass]] and [[3:bark]].");
  EXPECT_FALSE(task.one);
  EXPECT_EQ(task.maximum, 2u);
  EXPECT_TRUE(task.words[2].correct);
}

std::string match_of(const std::string& uses_of_bins) {
  return "<matchInteraction responseIdentifier='RESPONSE' maxAssociations='3'><prompt>Sort.</prompt><simpleMatchSet>"
         "<simpleAssociableChoice identifier='C' matchMax='1'>cow</simpleAssociableChoice>"
         "<simpleAssociableChoice identifier='H' matchMax='1'>hen</simpleAssociableChoice>"
         "<simpleAssociableChoice identifier='D' matchMax='1'>dog</simpleAssociableChoice></simpleMatchSet>"
         "<simpleMatchSet><simpleAssociableChoice identifier='F' matchMax='" +
         uses_of_bins + "'>four legs</simpleAssociableChoice><simpleAssociableChoice identifier='T' matchMax='" +
         uses_of_bins + "'>two legs</simpleAssociableChoice></simpleMatchSet></matchInteraction>";
}

TEST(QtiKinds, MatchOfSeveralToOne_IsSorted) {
  const ImportedStep step = sound_step(import_item(
      item_xml(response("multiple", "directedPair", "<value>C F</value><value>H T</value><value>D F</value>"),
               match_of("3"), standard("match_correct"))));
  const auto& task = std::get<ImportedSort>(step.task);
  EXPECT_EQ(task.bins.at(1).text, "two legs");
  EXPECT_EQ(task.tiles.at(2).thing.text, "dog");
  EXPECT_EQ(task.tiles.at(2).bin, 1u);
}

TEST(QtiKinds, TileThatBelongsNowhere_StaysOutside) {
  const ImportedStep step =
      sound_step(import_item(item_xml(response("multiple", "directedPair", "<value>C F</value><value>H T</value>"),
                                      match_of("0"), standard("match_correct"))));
  EXPECT_EQ(std::get<ImportedSort>(step.task).tiles.at(2).bin, 0u);
}

const std::string areas =
    "<hotspotInteraction responseIdentifier='RESPONSE' maxChoices='MOST'><prompt>Touch.</prompt>"
    "<object type='image/svg+xml' data='cat.svg' SIZE>A cat</object>"
    "<hotspotChoice identifier='EAR' shape='circle' coords='30,30,20' hotspotLabel='above'/>"
    "<hotspotChoice identifier='PAW' shape='rect' coords='100,60,140,90' hotspotLabel='below'/>"
    "<hotspotChoice identifier='TAIL' shape='ellipse' coords='190,50,30,20' "
    "hotspotLabel='behind'/></hotspotInteraction>";

std::string areas_with(const std::string& most, const std::string& size) {
  std::string body = areas;
  body.replace(body.find("MOST"), 4, most);
  return body.replace(body.find("SIZE"), 4, size);
}

TEST(QtiKinds, Hotspot_IsAHotSpotOfThePicturesSize) {
  SourceTree tree;
  put_file(
      tree, "item.xml",
      item_xml(response("single", "identifier", "<value>PAW</value>"), areas_with("1", ""), standard("match_correct")));
  put_file(tree, "cat.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 100'/>");
  const Imported imported = import_qti(tree).value();
  const ImportedStep step = sound_step(imported);
  const auto& task = std::get<ImportedHotSpot>(step.task);
  EXPECT_EQ(task.width, 200u);
  EXPECT_EQ(task.height, 100u);
  EXPECT_FALSE(task.several);
  ASSERT_EQ(task.areas.size(), 3u);
  EXPECT_EQ(task.areas[2].numbers, (std::vector<std::uint16_t>{30, 30, 20})) << "the first of them lies above";
  EXPECT_EQ(task.areas[1].numbers, (std::vector<std::uint16_t>{100, 60, 40, 30}));
  EXPECT_TRUE(task.areas[1].correct);
  EXPECT_EQ(task.areas[0].shape, ImportedArea::Shape::Polygon) << "an ellipse that reaches beyond the edge";
  EXPECT_EQ(imported.report.items[0].outcome, Outcome::Taken);
}

TEST(QtiKinds, HotspotWithoutItsPicture_HasTheOutlines) {
  const Imported imported =
      import_item(item_xml(response("multiple", "identifier", "<value>PAW</value><value>EAR</value>"),
                           areas_with("0", "width='220' height='100'"), standard("match_correct")));
  const ImportedStep step = sound_step(imported);
  const auto& task = std::get<ImportedHotSpot>(step.task);
  EXPECT_TRUE(task.several);
  EXPECT_EQ(task.width, 220u);
  EXPECT_TRUE(has_code(imported, "picture-outlined"));
  EXPECT_NE(as_text(imported.pack.media.at(task.picture.path)).find("<polygon"), std::string_view::npos);
}

TEST(QtiKinds, GraphicGapMatch_IsALabel) {
  const ImportedStep step = sound_step(import_item(item_xml(
      response("multiple", "directedPair", "<value>E A</value><value>P B</value>"),
      "<graphicGapMatchInteraction responseIdentifier='RESPONSE'><object type='image/png' data='cat.png' width='200' "
      "height='100'/><gapText identifier='E' matchMax='1'>ear</gapText><gapImg identifier='P' matchMax='1' "
      "objectLabel='paw'><object type='image/png' data='paw.png'/></gapImg><gapText identifier='F' matchMax='1'>fin"
      "</gapText><associableHotspot identifier='A' matchMax='1' shape='rect' coords='10,10,30,30'/><associableHotspot "
      "identifier='B' matchMax='1' shape='circle' coords='100,60,10'/></graphicGapMatchInteraction>",
      standard("match_correct"))));
  const auto& task = std::get<ImportedLabel>(step.task);
  ASSERT_EQ(task.places.size(), 2u);
  EXPECT_EQ(task.places[0].x, 20u);
  EXPECT_EQ(task.places[1].tile.text, "paw");
  EXPECT_EQ(task.extra.size(), 1u);
}

TEST(QtiKinds, PointInAnArea_IsThatAreaOrThePictureAround) {
  const ImportedStep step = sound_step(import_item(
      item_xml(response("single", "point", "<value>60 50</value>",
                        "<areaMapping defaultValue='0'><areaMapEntry shape='circle' coords='60,50,10' mappedValue='2'/>"
                        "<areaMapEntry shape='rect' coords='40,30,80,70' mappedValue='1'/></areaMapping>"),
               "<selectPointInteraction responseIdentifier='RESPONSE' maxChoices='1'><prompt>Touch the middle.</prompt>"
               "<object type='image/png' data='a.png' width='200' height='100'/></selectPointInteraction>",
               standard("map_response_point"))));
  const auto& task = std::get<ImportedHotSpot>(step.task);
  ASSERT_EQ(task.areas.size(), 3u);
  EXPECT_EQ(task.areas[0].numbers, (std::vector<std::uint16_t>{0, 0, 200, 100}));
  EXPECT_TRUE(task.areas[2].correct) << "the first that is mapped lies above";
  ASSERT_TRUE(step.credit) << "near is worth a half";
}

std::string match_of_any(const std::string& pairs) {
  const std::string body = match_of("0");
  std::string many = body;
  for (std::size_t at = many.find("matchMax='1'"); at != std::string::npos; at = many.find("matchMax='1'"))
    many.replace(at, 12, "matchMax='0'");
  return item_xml(response("multiple", "directedPair", pairs), many, standard("match_correct"));
}

TEST(QtiKinds, MatchOfManyToMany_IsSortedOrChosenFromAllPairs) {
  const Imported sorted = import_item(match_of_any("<value>C F</value><value>H T</value><value>D F</value>"));
  EXPECT_TRUE(std::holds_alternative<ImportedSort>(sound_step(sorted).task));
  EXPECT_TRUE(has_code(sorted, "match-one-each"));
  const ImportedStep chosen =
      sound_step(import_item(match_of_any("<value>C F</value><value>C T</value><value>H T</value>")));
  const auto& task = std::get<ImportedChoices>(chosen.task);
  ASSERT_EQ(task.choices.size(), 6u);
  EXPECT_EQ(task.choices[1].text, "cow – two legs");
  EXPECT_TRUE(task.choices[1].correct);
}

TEST(QtiKinds, LongText_IsKeptForATeacher) {
  const Imported imported = import_item(item_xml(
      response("single", "string", ""),
      "<extendedTextInteraction responseIdentifier='RESPONSE'><prompt>Tell.</prompt></extendedTextInteraction>", ""));
  EXPECT_TRUE(std::holds_alternative<ImportedOpenResponse>(sound_step(imported).task));
}

TEST(QtiKinds, ManyPairs_AreLinesWithTiles) {
  std::string first, second, pairs;
  for (char id = 'a'; id <= 'h'; ++id) {
    const std::string name(1, id);
    first += "<simpleAssociableChoice identifier='" + name + "1' matchMax='1'>" + name + "</simpleAssociableChoice>";
    second +=
        "<simpleAssociableChoice identifier='" + name + "2' matchMax='1'>" + name + name + "</simpleAssociableChoice>";
    pairs += "<value>" + name + "1 " + name + "2</value>";
  }
  const ImportedStep step = sound_step(import_item(item_xml(
      response("multiple", "directedPair", pairs),
      "<matchInteraction responseIdentifier='RESPONSE' maxAssociations='8'><prompt>Pair.</prompt><simpleMatchSet>" +
          first + "</simpleMatchSet><simpleMatchSet>" + second + "</simpleMatchSet></matchInteraction>",
      standard("match_correct"))));
  EXPECT_EQ(std::get<ImportedCloze>(step.task).blanks.size(), 8u);
}

TEST(PictureSize, EachKindOfFile_SaysHowLargeItIs) {
  const auto size = [](std::string_view bytes) { return picture_size(as_bytes(bytes)).value_or(PictureSize{}); };
  using namespace std::string_view_literals;
  EXPECT_EQ(size("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x01\0\0\0\0\x80"sv).width, 256);
  EXPECT_EQ(size("GIF89a\x02\x01\x10\0\0\0"sv).width, 258);
  EXPECT_EQ(size("\xFF\xD8\xFF\xE0\0\x04\0\0\xFF\xC0\0\x11\x08\0\x40\x01\0\0"sv).height, 64);
  EXPECT_EQ(size("<svg width='12px' height='6'/>").width, 12);
  EXPECT_FALSE(picture_size(as_bytes("<svg width='100%' height='100%'/>")));
  EXPECT_FALSE(picture_size(as_bytes("\xFF\xD8\xFF\xE0\0\0"sv)));
  EXPECT_FALSE(picture_size({}));
}

std::string two_entries() {
  return "<responseDeclaration identifier='R1' cardinality='single' "
         "baseType='integer'><correctResponse><value>8</value>"
         "</correctResponse></responseDeclaration><responseDeclaration identifier='R2' cardinality='single' "
         "baseType='string'><correctResponse><value>fly</value></correctResponse></responseDeclaration>";
}
std::string both_right() {
  return "<responseProcessing><responseCondition><responseIf><and><match><variable identifier='R1'/><correct "
         "identifier='R1'/></match><match><variable identifier='R2'/><correct identifier='R2'/></match></and>"
         "<setOutcomeValue identifier='SCORE'><baseValue baseType='float'>1</baseValue></setOutcomeValue></responseIf>"
         "</responseCondition></responseProcessing>";
}

TEST(QtiKinds, TableWithBlanksAlone_IsATableWithItsHeadsAndNames) {
  const Imported imported = import_item(item_xml(
      two_entries(),
      "<p>Fill in.</p><table><tr><th>Animal</th><th>Legs</th></tr><tr><th>spider</th><td><textEntryInteraction "
      "responseIdentifier='R1'/></td></tr><tr><td><textEntryInteraction responseIdentifier='R2'/></td><td>6</td></tr>"
      "</table><p>Count them.</p>",
      both_right()));
  const auto* table = std::get_if<ImportedTable>(&imported.pack.items.at(0).steps.at(0).task);
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(table->columns, (std::vector<std::string>{"Animal", "Legs"}));
  ASSERT_EQ(table->rows.size(), 2u);
  EXPECT_EQ(table->rows[0].cells[0].text, "*spider*");
  EXPECT_TRUE(table->rows[0].cells[1].blank.has_value());
  EXPECT_TRUE(table->rows[1].cells[0].blank.has_value());
  EXPECT_EQ(imported.pack.items[0].prompt, "Fill in.\n\nCount them.");
  EXPECT_FALSE(has_code(imported, "scores-differ"));
  for (const Problem& problem : lint(to_source(imported.pack))) ADD_FAILURE() << describe(problem);
}

TEST(QtiKinds, TableWithWordsBesideABlank_IsAListWithBlanks) {
  const Imported imported = import_item(item_xml(
      two_entries(),
      "<table><tr><th>Animal</th><th>Legs</th></tr><tr><td>spider</td><td>about <textEntryInteraction "
      "responseIdentifier='R1'/></td></tr><tr><td>a <textEntryInteraction responseIdentifier='R2'/></td><td>6</td></tr>"
      "</table>",
      both_right()));
  EXPECT_EQ(std::get<ImportedCloze>(imported.pack.items.at(0).steps.at(0).task).text,
            "- Animal: spider; Legs: about [[1]]\n- Animal: a [[2]]; Legs: 6");
  EXPECT_TRUE(has_code(imported, "table-as-lines"));
  for (const Problem& problem : lint(to_source(imported.pack))) ADD_FAILURE() << describe(problem);
}

TEST(QtiKinds, OrderOfSomeOptions_IsAListOfPlacesWithABank) {
  const ImportedStep step = sound_step(import_item(item_xml(
      response("ordered", "identifier", "<value>C</value><value>A</value>"),
      "<orderInteraction responseIdentifier='RESPONSE' minChoices='2' maxChoices='2'><prompt>The two longest.</prompt>"
      "<simpleChoice identifier='A'>Amazon</simpleChoice><simpleChoice identifier='B'>Thames</simpleChoice>"
      "<simpleChoice identifier='C'>Nile</simpleChoice></orderInteraction>",
      standard("match_correct"))));
  const auto& task = std::get<ImportedCloze>(step.task);
  EXPECT_EQ(task.text, "1. [[1]]\n2. [[2]]\n");
  EXPECT_EQ(std::get<ImportedTileBlank>(task.blanks.at(0)).tile.text, "Nile");
  ASSERT_EQ(task.extra.size(), 1u);
  EXPECT_EQ(task.extra.front().text, "Thames");
}

TEST(QtiKinds, OrderOfSomeOptionsWithoutARightAnswer_IsRefused) {
  const Imported imported = import_item(item_xml(
      response("ordered", "identifier", ""),
      "<orderInteraction responseIdentifier='RESPONSE' maxChoices='2'><simpleChoice identifier='A'>a</simpleChoice>"
      "<simpleChoice identifier='B'>b</simpleChoice><simpleChoice identifier='C'>c</simpleChoice></orderInteraction>",
      standard("match_correct")));
  EXPECT_TRUE(has_code(imported, "order-of-some"));
}

}  // namespace
}  // namespace hornbook::content
