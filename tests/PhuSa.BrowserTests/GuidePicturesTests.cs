namespace PhuSa.BrowserTests;

/// <summary>The pages of the guide's office pictures. <c>scripts/shots</c> gives a folder in SHOTS_TO; without it only their opening is checked.</summary>
public sealed class GuidePicturesTests(Site site)
{
    [Theory]
    [InlineData("van-phong-dang-nhap", "/dang-nhap", "Nobody", 1280)]
    [InlineData("van-phong-viec", "/quan-tri", "Officer", 1280)]
    [InlineData("van-phong-dien-thoai", "/quan-tri", "Officer", 360)]
    [InlineData("van-phong-dai-dien", "/quan-tri/dai-dien-htx", "Officer", 1280)]
    [InlineData("van-phong-nguoi-dung", "/quan-tri/nguoi-dung", "Administrator", 1280)]
    [InlineData("bai-viet-danh-sach", "/quan-tri/bai-viet", "Officer", 1280)]
    [InlineData("bai-viet-mot-bai", "/quan-tri/bai-viet/{id}", "Officer", 1280)]
    [InlineData("bai-viet-so-sanh", "/quan-tri/bai-viet/{id}/so-sanh", "Officer", 1280)]
    [InlineData("van-phong-nhat-ky", "/quan-tri/nhat-ky", "Administrator", 1280)]
    [InlineData("van-phong-cong-viec-nen", "/quan-tri/cong-viec-nen", "Administrator", 1280)]
    [InlineData("van-phong-giam-sat", "/quan-tri/giam-sat", "Administrator", 1280)]
    [InlineData("van-phong-giam-sat-dien-thoai", "/quan-tri/giam-sat", "Administrator", 360)]
    [InlineData("van-phong-dia-chi-cu", "/quan-tri/chuyen-huong", "Administrator", 1280)]
    [InlineData("van-phong-dia-chi-cu-dien-thoai", "/quan-tri/chuyen-huong", "Administrator", 360)]
    [InlineData("van-phong-dia-ban", "/quan-tri/dia-ban", "Officer", 1280)]
    [InlineData("van-phong-dia-ban-dien-thoai", "/quan-tri/dia-ban", "Officer", 360)]
    [InlineData("van-phong-dia-ban-mot-don-vi", "/quan-tri/dia-ban/{id}", "Officer", 360)]
    [InlineData("van-phong-dia-ban-cap-nhat", "/quan-tri/dia-ban/cap-nhat", "Officer", 1280)]
    [InlineData("hop-tac-xa-danh-sach", "/quan-tri/hop-tac-xa", "Officer", 1280)]
    [InlineData("hop-tac-xa-danh-sach-dien-thoai", "/quan-tri/hop-tac-xa", "Officer", 360)]
    [InlineData("hop-tac-xa-ho-so", "/quan-tri/hop-tac-xa/{code}", "Officer", 1280, 1800)]
    [InlineData("hop-tac-xa-ho-so-dien-thoai", "/quan-tri/hop-tac-xa/{code}", "Officer", 360, 1800)]
    [InlineData("hop-tac-xa-so-lieu", "/quan-tri/hop-tac-xa/{code}/so-lieu", "Officer", 1280)]
    [InlineData("hop-tac-xa-moi", "/quan-tri/hop-tac-xa/moi", "Officer", 1280)]
    [InlineData("hop-tac-xa-nhap", "/quan-tri/hop-tac-xa/nhap/{id}", "Officer", 1280, 1300)]
    [InlineData("hop-tac-xa-nhap-cot", "/quan-tri/hop-tac-xa/nhap/{id}/cot", "Officer", 1280, 1500)]
    [InlineData("hop-tac-xa-nhap-dien-thoai", "/quan-tri/hop-tac-xa/nhap/{id}", "Officer", 360, 1800)]
    [InlineData("hop-tac-xa-gop", "/quan-tri/hop-tac-xa/{code}/gop", "Officer", 1280, 1400)]
    [InlineData("hop-tac-xa-gop-dien-thoai", "/quan-tri/hop-tac-xa/{code}/gop", "Officer", 360, 1800)]
    [InlineData("hop-tac-xa-de-nghi", "/quan-tri/hop-tac-xa/de-nghi/{id}", "Officer", 1280, 1200)]
    [InlineData("hop-tac-xa-cua-toi-dien-thoai", "/htx-cua-toi", "Director", 360, 1800)]
    [InlineData("hop-tac-xa-cua-toi-lien-he-dien-thoai", "/htx-cua-toi/{part}", "Director", 360, 1200)]
    [InlineData("bao-cao-nam-danh-sach", "/quan-tri/hop-tac-xa/bao-cao", "Officer", 1280, 1100)]
    [InlineData("bao-cao-nam-danh-sach-dien-thoai", "/quan-tri/hop-tac-xa/bao-cao", "Officer", 360, 1800)]
    [InlineData("bao-cao-nam-mot-bao-cao", "/quan-tri/hop-tac-xa/{code}/bao-cao/{year}", "Officer", 1280, 1800)]
    [InlineData("bao-cao-nam-nhan", "/quan-tri/hop-tac-xa/{code}/bao-cao/{year}/nhan", "Officer", 1280, 1400)]
    [InlineData("bao-cao-nam-xep-loai", "/quan-tri/hop-tac-xa/{code}/bao-cao/{year}/xep-loai", "Officer", 1280)]
    [InlineData("bao-cao-nam-cua-toi-dien-thoai", "/htx-cua-toi/bao-cao/{year}", "Director", 360, 1800)]
    [InlineData("bao-cao-nam-diem-dien-thoai", "/htx-cua-toi/bao-cao/{year}/diem/{step}", "Director", 360, 1800)]
    [InlineData("hop-tac-xa-nhieu-dong", "/quan-tri/hop-tac-xa/chon/dong-y", "Officer", 1280, 1500)]
    [InlineData("hop-tac-xa-nhieu-dong-dien-thoai", "/quan-tri/hop-tac-xa/chon/linh-vuc", "Officer", 360, 1000)]
    [InlineData("danh-ba", "/hop-tac-xa", "Nobody", 1280, 1300)]
    [InlineData("danh-ba-dien-thoai", "/hop-tac-xa", "Nobody", 360, 1000)]
    [InlineData("danh-ba-ban-do", "/hop-tac-xa/ban-do", "Nobody", 1280, 1300)]
    [InlineData("danh-ba-ban-do-dien-thoai", "/hop-tac-xa/ban-do", "Nobody", 360, 1200)]
    [InlineData("van-ban-di", "/quan-tri/van-ban", "Officer", 1280)]
    [InlineData("van-ban-di-dien-thoai", "/quan-tri/van-ban", "Officer", 360)]
    [InlineData("van-ban-di-ho-so", "/quan-tri/van-ban/{id}", "Officer", 1280, 1400)]
    [InlineData("van-ban-di-soan", "/quan-tri/van-ban/moi", "Officer", 1280, 1600)]
    [InlineData("van-ban-den", "/quan-tri/van-ban-den", "Officer", 1280)]
    [InlineData("lien-minh-thanh-vien", "/quan-tri/lien-minh/thanh-vien", "Leader", 1280)]
    [InlineData("lien-minh-thanh-vien-dien-thoai", "/quan-tri/lien-minh/thanh-vien/{code}", "Leader", 360, 1600)]
    [InlineData("lien-minh-quyet-dinh", "/quan-tri/lien-minh/{loai}/quyet-dinh/{id}", "Leader", 1280)]
    [InlineData("lien-minh-dua-dong-ra-dien-thoai", "/quan-tri/lien-minh/{loai}/quyet-dinh/{id}/dong/{dong}", "Leader", 360, 1400)]
    [InlineData("ocop-danh-sach", "/quan-tri/san-pham-ocop", "Officer", 1280)]
    [InlineData("ocop-danh-sach-dien-thoai", "/quan-tri/san-pham-ocop", "Officer", 360, 1600)]
    [InlineData("ocop-san-pham", "/quan-tri/san-pham-ocop/{code}", "Officer", 1280, 1600)]
    [InlineData("ocop-san-pham-dien-thoai", "/quan-tri/san-pham-ocop/{code}", "Officer", 360, 2400)]
    [InlineData("ocop-ho-so", "/quan-tri/san-pham-ocop/{code}/danh-gia/{id}/ho-so", "Officer", 1280, 1300)]
    [InlineData("ocop-ket-qua-dien-thoai", "/quan-tri/san-pham-ocop/{code}/danh-gia/{id}/ket-qua", "Officer", 360, 1300)]
    [InlineData("ocop-cong-khai", "/san-pham", "Nobody", 1280)]
    [InlineData("ocop-cong-khai-dien-thoai", "/san-pham/kho-ca-loc-mau", "Nobody", 360, 1600)]
    [InlineData("nhan-hieu-quyen", "/quan-tri/nhan-hieu/quyen?tinh-trang=chua-ro-han", "Officer", 1280, 1100)]
    [InlineData("nhan-hieu-mot-quyen", "/quan-tri/nhan-hieu/quyen/{id}", "Officer", 1280, 1500)]
    [InlineData("nhan-hieu-ghi-quyen", "/quan-tri/nhan-hieu/quyen/moi", "Officer", 1280, 1700)]
    [InlineData("nhan-hieu-thu-hoi-dien-thoai", "/quan-tri/nhan-hieu/quyen/{id}/{buoc}", "Officer", 360, 1500)]
    [InlineData("nhan-hieu-cua-toi-dien-thoai", "/htx-cua-toi/nhan-hieu", "Director", 360, 1500)]
    [InlineData("nhan-hieu-xin-dung-dien-thoai", "/htx-cua-toi/nhan-hieu/moi", "Director", 360, 1200)]
    [InlineData("nhan-hieu-don", "/quan-tri/nhan-hieu/don", "Officer", 1280, 1000)]
    [InlineData("nhan-hieu-quy-che", "/quan-tri/nhan-hieu/chung-nhan/{slug}", "Officer", 1280, 1500)]
    [InlineData("nhan-hieu-kiem-tra-dien-thoai", "/xac-minh", "Nobody", 360, 800)]
    [InlineData("nhan-hieu-bao-nhan-dien-thoai", "/xac-minh/khong-co-ma/bao-nhan", "Nobody", 360, 1300)]
    [InlineData("van-phong-trang-moi", "/quan-tri/trang/moi", "Administrator", 1280, 1400)]
    [InlineData("van-phong-trang-khoi", "/quan-tri/trang/{code}/khoi", "Officer", 1280)]
    [InlineData("van-phong-trang-khoi-dien-thoai", "/quan-tri/trang/{code}/khoi", "Officer", 360)]
    [InlineData("viet-van-ban", "/quan-tri/bai-viet/moi?loai=van-ban", "Officer", 1280, 1500)]
    [InlineData("viet-van-ban-dien-thoai", "/quan-tri/bai-viet/moi?loai=van-ban", "Officer", 360)]
    [InlineData("viet-thu-tuc", "/quan-tri/bai-viet/moi?loai=thu-tuc", "Officer", 1280, 1900)]
    [InlineData("viet-danh-ba", "/quan-tri/bai-viet/moi?loai=danh-ba", "Officer", 1280, 1500)]
    [InlineData("van-ban", "/van-ban", "Nobody", 1280)]
    [InlineData("van-ban-dien-thoai", "/van-ban/quyet-dinh-71-2019-qd-ubnd", "Nobody", 360)]
    [InlineData("thu-tuc", "/thu-tuc/ho-tro-doi-moi-cong-nghe-qd-71-2019", "Nobody", 1280)]
    public async Task A_page_of_the_guide_opens(string name, string address, string opener, int width, int height = 900)
    {
        var records = await OfficeRecords.MakeAsync(site);
        var page = await new OfficeBrowsers(site, records, width, "vi").OfAsync(Enum.Parse<Opener>(opener));

        await page.SetViewportSizeAsync(width, height);
        var filled = records.Of(address)!.Address;
        var answer = await page.GotoAsync(filled);

        Assert.Equal((200, filled), (answer!.Status, new Uri(page.Url).PathAndQuery));
        if (Environment.GetEnvironmentVariable("SHOTS_TO") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }
    }
}
