// One passage in each script that Hornbook promises, and lines that mix them, for pictures and comparisons.
#pragma once

#include <string_view>

namespace hornbook::tests {

struct ScriptSample {
  const char* name;
  const char* language;
  std::string_view text;
};

// clang-format would cut the longer scripts in pieces, each time in others.
// clang-format off
inline constexpr ScriptSample script_samples[] = {
    {"English", "en", "The baker cut 24 loaves into 8 equal parts – how many slices is that? (Office: fifth floor.)"},
    {"Spanish", "es",
     "¿Cuántas rebanadas hay? El panadero cortó 24 panes en 8 partes iguales; la niña contó «dos veces»."},
    {"Arabic", "ar", "قسمت ليلى الكعكة إلى 8 أجزاء متساوية (وأكلت 3 منها)؛ فكم جُزْءًا بَقِيَ؟ اكتب الكسر ١٢/٨."},
    {"Urdu", "ur", "لیلیٰ نے کیک کے 8 برابر حصے کیے اور 3 حصے کھا لیے۔ بتائیے، کتنے حصے باقی بچے؟ پنجاب میں ٹھنڈ ہے۔"},
    {"Hindi", "hi",
     "लीला ने केक को 8 बराबर भागों में काटा और 3 भाग खा लिए। अब कितने भाग बचे हैं? क्षेत्रफल, वृत्त, र्‍य, कर्त्तव्य।"},
    {"Amharic", "am", "ለምለም ኬኩን በ8 እኩል ክፍሎች ቆረጠች፤ 3 ክፍሎችን በላች። ስንት ክፍሎች ቀሩ?"},
    // Between the words stand zero-width spaces, as they do in published Khmer.
    {"Khmer", "km",
     "សុភា​បាន​កាត់​នំ​ជា ៨ ចំណែក​ស្មើ​គ្នា ហើយ​ញ៉ាំ​អស់ ៣ ចំណែក។ តើ​នៅ​សល់​ប៉ុន្មាន​ចំណែក? ស្ត្រី​ខ្មែរ"},
    {"Thai", "th", "มาลีตัดขนมเค้กเป็น 8 ชิ้นเท่า ๆ กัน แล้วกินไป 3 ชิ้น เหลือขนมเค้กกี่ชิ้น ที่นี่มีน้ำ ปู่ซื้อผ้าใบ"},
    {"Burmese", "my", "မလှသည် ကိတ်မုန့်ကို ၈ ပိုင်း အညီအမျှ ခွဲ၍ ၃ ပိုင်း စားလိုက်သည်။ ဘယ်နှစ်ပိုင်း ကျန်သေးသနည်း။ သင်္ချာ ကျောင်းသားကြီး"},
    {"Vietnamese", "vi",
     "Linh cắt chiếc bánh thành 8 phần bằng nhau rồi ăn 3 phần. Hỏi còn lại mấy phần? Ế ẾCH NGỒI ĐÁY GIẾNG"},
    {"Chinese", "zh", "小丽把蛋糕平均分成8块，吃了3块，还剩几块？请用分数表示“剩下的部分”。（写在本子上！）"},
    {"Mixed, from the left", "en",
     "Bread is خبز in Arabic, रोटी in Hindi, ขนมปัง in Thai, 面包 in Chinese, ዳቦ in Amharic, ပေါင်မုန့် in Burmese, នំប៉័ង in Khmer and bánh mì in Vietnamese (3 of 8)."},
    {"Mixed, from the right", "ar",
     "الخبز bread بالإنجليزية و रोटी بالهندية و 面包 بالصينية و ዳቦ (12.5%) بالأمهرية، ثم ขนมปัง بالتايلاندية 3–8!"},
};
// clang-format on

}  // namespace hornbook::tests
