namespace PhuSa.Marks.FilingSupport;

/// <summary>What a sum of a contract is for: the items of the state tariff for a filing, and what is beside them.</summary>
internal enum FeeItem
{
    Filing,
    Publication,
    SubstantiveExamination,
    Search,
    Classification,
    Priority,
    CertificateRegistration,
    GrantPublication,
    Certificate,
    Service,
    Other,
}

/// <summary>One sum of the breakdown of a contract's value.</summary>
internal sealed class FeeLine
{
    private FeeLine()
    {
    }

    public FeeLine(Guid id, FeeItem item, long amount)
    {
        Id = id;
        Item = item;
        Amount = amount;
    }

    public Guid Id { get; private init; }

    public FeeItem Item { get; private init; }

    /// <summary>đồng.</summary>
    public long Amount { get; private set; }

    public void Set(long amount) => Amount = amount;

    /// <summary>The item in Vietnamese; the key of its English.</summary>
    public static string Of(FeeItem item) => item switch
    {
        FeeItem.Filing => "Lệ phí nộp đơn",
        FeeItem.Publication => "Phí công bố đơn",
        FeeItem.SubstantiveExamination => "Phí thẩm định nội dung",
        FeeItem.Search => "Phí tra cứu",
        FeeItem.Classification => "Phí phân loại hàng hoá, dịch vụ",
        FeeItem.Priority => "Phí thẩm định quyền ưu tiên",
        FeeItem.CertificateRegistration => "Phí đăng bạ văn bằng",
        FeeItem.GrantPublication => "Phí công bố văn bằng",
        FeeItem.Certificate => "Lệ phí cấp văn bằng",
        FeeItem.Service => "Dịch vụ, tư vấn",
        FeeItem.Other => "Khoản khác",
        _ => throw new ArgumentOutOfRangeException(nameof(item)),
    };
}
