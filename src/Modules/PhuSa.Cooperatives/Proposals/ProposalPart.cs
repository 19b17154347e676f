using PhuSa.Cooperatives.Intake;

namespace PhuSa.Cooperatives.Proposals;

/// <summary>A short form of its own.</summary>
internal enum ProposalPart
{
    Contact,
    Figures,
    Leader,
    Registration,
    Certificate,
}

/// <summary>A part of a file as its own people see it.</summary>
/// <param name="Word">The last part of its address.</param>
/// <param name="Title">Vietnamese, a key of the module's English table.</param>
internal sealed record ProposalPartFacts(ProposalPart Part, string Word, string Title, params IReadOnlyList<IntakeTarget> Targets)
{
    public static IReadOnlyList<ProposalPartFacts> All { get; } =
    [
        new(ProposalPart.Contact, "lien-he", "Nơi và liên hệ", IntakeTarget.Place, IntakeTarget.Street, IntakeTarget.Person, IntakeTarget.Phone, IntakeTarget.Email, IntakeTarget.Website),
        new(ProposalPart.Figures, "so-lieu", "Thành viên và tiền theo năm", [.. IntakeTargetFacts.Figures]),
        new(ProposalPart.Leader, "giam-doc", "Giám đốc", IntakeTarget.Director, IntakeTarget.DirectorPhone),
        new(ProposalPart.Registration, "dang-ky", "Tên và đăng ký", IntakeTarget.ShortName, IntakeTarget.Number, IntakeTarget.Founded, IntakeTarget.Body, IntakeTarget.Field, IntakeTarget.Products, IntakeTarget.Status),
        new(ProposalPart.Certificate, "chung-nhan", "Chứng nhận của nơi khác cấp", IntakeTarget.CertificateName, IntakeTarget.CertificateNumber, IntakeTarget.CertificateBody, IntakeTarget.CertificateCovers, IntakeTarget.CertificateOn, IntakeTarget.CertificateTo),
    ];

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
        _ => IntakeTargetFacts.Of(target).Name,
    };

    /// <summary>A director and a status end by another one; a certificate is added.</summary>
    public static bool MayBeEmptied(IntakeTarget target) => target is not (IntakeTarget.Director or IntakeTarget.Status) && !IsCertificate(target);

    public static bool IsCertificate(IntakeTarget target) => target >= IntakeTarget.CertificateName;
}
