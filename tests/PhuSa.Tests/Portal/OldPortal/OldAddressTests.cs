using PhuSa.Portal.Redirects;

namespace PhuSa.Tests.Portal.OldPortal;

/// <summary>One address, however it is written.</summary>
public sealed class OldAddressTests
{
    [Theory]
    [InlineData("/tin-tuc/bai-1.html?id=5&p=2")]
    [InlineData("/Tin-Tuc/BAI-1.html?p=2&id=5")]
    [InlineData("/tin-tuc/bai-1.html/?id=5&p=2&utm_source=zalo&fbclid=IwAR0&zarsrc=30&gidzl=x")]
    [InlineData("//tin-tuc//bai-1.html?id=5&p=2", false)]
    [InlineData("/tin%2Dtuc/b%61i-1.html?i%64=5&p=2")]
    [InlineData("/tin%252Dtuc/bai-1.html?id=5&p=2")]
    [InlineData("https://cu.example.vn:8080/tin-tuc/bai-1.html?id=5&p=2#het")]
    [InlineData("/tin-tuc/./x/../bai-1.html;jsessionid=0000AbC:1?id=5&&p=2")]
    public void The_same_address_has_one_key(string written, bool reads = true)
    {
        var address = OldAddress.Read(written);

        Assert.Equal(reads ? "/tin-tuc/bai-1.html?id=5&p=2" : null, address?.Folded);
    }

    [Fact]
    public void Letters_with_marks_are_the_same_whether_they_are_written_whole_in_parts_or_percent_encoded()
    {
        var whole = OldAddress.Read("/tin/Hội nghị")!.Key;

        Assert.Equal(whole, OldAddress.Read("/tin/H%E1%BB%99i%20ngh%E1%BB%8B")!.Key);
        Assert.Equal(whole, OldAddress.Read("/tin/Ho\u0323\u0302i nghi\u0323")!.Key);
    }

    [Theory]
    [InlineData("/tin-tuc/")]
    [InlineData("/tin-tuc/index.html")]
    [InlineData("/tin-tuc/index.php")]
    public void The_index_page_of_a_folder_is_the_folder(string written) => Assert.Equal("/tin-tuc", OldAddress.Read(written)!.Folded);

    [Theory]
    [InlineData("/index.php?id=5", "/?id=5")]
    [InlineData("/xem?id=aB", "/xem?id=aB")]
    [InlineData("/xem?q=a+b&rong=", "/xem?q=a b&rong")]
    public void What_says_which_page_is_meant_stays(string written, string folded) => Assert.Equal(folded, OldAddress.Read(written)!.Folded);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("/")]
    [InlineData("/?utm_source=zalo")]
    [InlineData("https://cu.example.vn/")]
    [InlineData("//elsewhere.example/x")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a/../../b")]
    [InlineData("/a\u0000b")]
    [InlineData("/a%00b")]
    [InlineData("khong-co-gach")]
    public void What_is_no_address_or_the_front_page_is_refused(string? written) => Assert.Null(OldAddress.Read(written));

    [Fact]
    public void An_address_longer_than_we_keep_is_refused_and_may_be_asked_for_without_harm()
    {
        var address = "/" + new string('a', OldAddress.MaxLength * 3);

        Assert.Null(OldAddress.Read(address));
        Assert.Empty(OldAddress.KeysOf(address));
    }

    [Fact]
    public void A_query_that_nobody_knew_leads_to_the_address_without_it()
    {
        var keys = OldAddress.KeysOf("/bai-1?mobile=1");

        Assert.Equal(OldAddress.Read("/bai-1?mobile=1")!.Key, keys[0]);
        Assert.Equal(OldAddress.Read("/bai-1")!.Key, keys[1]);
    }
}
