using CsCheck;
using PhuSa.Vietnamese;

namespace PhuSa.Tests.Vietnamese;

public class LegacyEncodingTests
{
    [Theory]
    [InlineData("Hîp t¸c x·")]
    [InlineData("HîP T¸C X·")]
    [InlineData("NguyÔn V¨n An")]
    [InlineData("§ång Th¸p")]
    [InlineData("Céng hßa x· héi chñ nghÜa ViÖt Nam")]
    [InlineData("§éc lËp - Tù do - H¹nh phóc")]
    [InlineData("QuyÕt ®Þnh sè 12/Q§-UBND ngµy 05/6/2019 cña Uû ban nh©n d©n tØnh")]
    [InlineData("Hßa")]
    [InlineData("x·")]
    public void Tcvn3_is_recognised(string text) => Assert.Equal(LegacyEncodingKind.Tcvn3, LegacyEncoding.Detect(text));

    [Theory]
    [InlineData("Hôïp taùc xaõ")]
    [InlineData("HÔÏP TAÙC XAÕ")]
    [InlineData("Nguyeãn Vaên An")]
    [InlineData("Ñoàng Thaùp")]
    [InlineData("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam")]
    [InlineData("Ñoäc laäp - Töï do - Haïnh phuùc")]
    [InlineData("Quyeát ñònh soá 12/QÑ-UBND ngaøy 05/6/2019 cuûa UÛy ban nhaân daân tænh")]
    [InlineData("Nguyeãn")]
    public void Vni_is_recognised(string text) => Assert.Equal(LegacyEncodingKind.Vni, LegacyEncoding.Detect(text));

    [Theory]
    [InlineData("")]
    [InlineData("HTX Nong nghiep 2019")]
    [InlineData("Hợp tác xã")]
    [InlineData("Công tác thông tin và khoa giáo")]
    [InlineData("Toà án, khoá, hoà, toàn, thoáng")]
    [InlineData("Hà")]
    [InlineData("tính")]
    [InlineData("Cô Út Năm, Bà Ba")]
    [InlineData("Hoa\u0300 bi\u0300nh")]
    [InlineData("The naïve résumé of a café owner in São Paulo")]
    [InlineData("Le développement de l'agriculture coopérative a été très rapide à l'époque où les régions côtières étaient pauvres")]
    [InlineData("L'été dernier, la fête du thé et du blé a duré une journée; cet évènement a plu.")]
    [InlineData("dû")]
    [InlineData("né")]
    [InlineData("Zoë Müller, Übergröße süß")]
    [InlineData("El niño mañana comió en el jardín del señor Núñez")]
    [InlineData("10 µm, 25 m², 30°C, 10¼, ©2020, «abc»")]
    [InlineData("µm")]
    [InlineData("· a · b ·")]
    public void Other_text_is_left_in_peace(string text) => Assert.Equal(LegacyEncodingKind.None, LegacyEncoding.Detect(text));

    [Fact]
    public void Any_text_gets_an_answer() => Gen.String.Sample(text => Assert.True(Enum.IsDefined(LegacyEncoding.Detect(text))));
}
