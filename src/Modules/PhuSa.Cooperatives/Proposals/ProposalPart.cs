using PhuSa.Cooperatives.Intake;
using PhuSa.Cooperatives.Office;

namespace PhuSa.Cooperatives.Proposals;

/// <summary>A short form of its own.</summary>
internal enum ProposalPart
{
    Contact,
    Figures,
    Leader,
    Registration,
    Certificate,
    Name,
    MapPoint,
    Consent,
}

/// <summary>A part of a file as its own people see it.</summary>
/// <param name="Word">The last part of its address.</param>
/// <param name="Title">Vietnamese, a key of the module's English table.</param>
internal sealed record ProposalPartFacts(ProposalPart Part, string Word, string Title, params IReadOnlyList<IntakeTarget> Targets)
{
    public static IReadOnlyList<ProposalPartFacts> All { get; } =
    [
        new(ProposalPart.Name, "ten", "Tên chính thức", IntakeTarget.Name, IntakeTarget.NameOn, IntakeTarget.NameSource),
        new(ProposalPart.Contact, "lien-he", "Nơi và liên hệ", IntakeTarget.Place, IntakeTarget.Street, IntakeTarget.Person, IntakeTarget.Phone, IntakeTarget.Email, IntakeTarget.Website),
        new(ProposalPart.MapPoint, "vi-tri", "Vị trí trên bản đồ", IntakeTarget.MapPoint),
        new(ProposalPart.Figures, "so-lieu", "Thành viên và tiền theo năm", [.. IntakeTargetFacts.Figures]),
        new(ProposalPart.Leader, "giam-doc", "Giám đốc", IntakeTarget.Director, IntakeTarget.DirectorPhone, IntakeTarget.DirectorOn, IntakeTarget.DirectorSource),
        new(ProposalPart.Registration, "dang-ky", "Tên và đăng ký", IntakeTarget.ShortName, IntakeTarget.Number, IntakeTarget.Founded, IntakeTarget.Body, IntakeTarget.Sector, IntakeTarget.Field, IntakeTarget.Products, IntakeTarget.Status, IntakeTarget.StatusOn),
        new(ProposalPart.Certificate, "chung-nhan", "Chứng nhận của nơi khác cấp", IntakeTarget.CertificateName, IntakeTarget.CertificateNumber, IntakeTarget.CertificateBody, IntakeTarget.CertificateCovers, IntakeTarget.CertificateOn, IntakeTarget.CertificateTo),
        new(ProposalPart.Consent, "dong-y", "Đồng ý công khai", [.. ConsentTargets.All]),
    ];

    /// <summary>Those that a file has a value for: the day and the paper of a new name or director are of the change.</summary>
    public IEnumerable<IntakeTarget> Kept => Targets.Where(target => !IsOfChange(target));

    public static ProposalPartFacts Of(ProposalPart part) => All.First(facts => facts.Part == part);

    public static ProposalPartFacts? Find(string word) => All.FirstOrDefault(facts => facts.Word == word);

    /// <summary>What a target is called on a form: a key of the module's English table.</summary>
    public static string NameOf(IntakeTarget target) => target switch
    {
        IntakeTarget.CertificateName => "Tên chứng nhận",
        IntakeTarget.CertificateNumber => "Số chứng nhận",
        IntakeTarget.CertificateBody => "Nơi cấp",
        IntakeTarget.CertificateCovers => "Phạm vi",
        IntakeTarget.CertificateOn => "Ngày cấp",
        IntakeTarget.CertificateTo => "Có giá trị đến hết ngày",
        IntakeTarget.NameOn => "Tên mới từ ngày",
        IntakeTarget.NameSource => "Đổi tên theo giấy tờ",
        IntakeTarget.DirectorOn => "Giám đốc mới nhận chức từ ngày",
        IntakeTarget.DirectorSource => "Đổi giám đốc theo giấy tờ",
        IntakeTarget.MapPoint => "Vị trí trên bản đồ",
        _ => ConsentTargets.Has(target) ? RegistryWords.Of(ConsentTargets.ItemOf(target)) : IntakeTargetFacts.Of(target).Name,
    };

    /// <summary>A name, a director and a status end by another one; a certificate is added.</summary>
    public static bool MayBeEmptied(IntakeTarget target) => target is not (IntakeTarget.Name or IntakeTarget.Director or IntakeTarget.Status or IntakeTarget.StatusOn) && !IsCertificate(target);

    public static bool IsCertificate(IntakeTarget target) => target is >= IntakeTarget.CertificateName and <= IntakeTarget.CertificateTo;

    public static bool IsOfChange(IntakeTarget target) => GoesWithName(target) || GoesWithDirector(target);

    public static bool GoesWithDirector(IntakeTarget target) => target is IntakeTarget.DirectorOn or IntakeTarget.DirectorSource;

    public static bool GoesWithName(IntakeTarget target) => target is IntakeTarget.NameOn or IntakeTarget.NameSource;
}
