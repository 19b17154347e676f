using PhuSa.Marks.Filings;

namespace PhuSa.Marks.Pages.Marks.Office.Collective;

/// <summary>The steps of a filing by the word of the address.</summary>
internal static class FilingSteps
{
    public static string WordOf(FilingAction action) => action switch
    {
        FilingAction.Prepare => "chuan-bi",
        FilingAction.FileApplication => "nop-don",
        FilingAction.AcceptForm => "hop-le",
        FilingAction.PublishApplication => "cong-bo",
        FilingAction.BeginExamination => "tham-dinh",
        FilingAction.Oppose => "phan-doi",
        FilingAction.AnswerOpposition => "tra-loi-phan-doi",
        FilingAction.AnnounceGrant => "du-dinh-cap",
        FilingAction.PayRegistrationFee => "nop-phi",
        FilingAction.RegisterMark => "cap-van-bang",
        FilingAction.RenewRegistration => "gia-han",
        FilingAction.RefuseRegistration => "tu-choi",
        FilingAction.WithdrawApplication => "rut-don",
        FilingAction.Lapse => "het-hieu-luc",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    /// <summary>Those of the shared page: filing and registration have pages of their own.</summary>
    public static FilingAction? Of(string word) =>
        Enum.GetValues<FilingAction>().Where(action => action is not (FilingAction.FileApplication or FilingAction.RegisterMark) && WordOf(action) == word).Select(action => (FilingAction?)action).FirstOrDefault();
}
