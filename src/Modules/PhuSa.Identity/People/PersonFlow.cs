using PhuSa.Platform.Rules;

namespace PhuSa.Identity.People;

internal enum PersonStatus
{
    Active,
    Disabled,
    Erased,
}

internal enum PersonAction
{
    Disable,
    Enable,
    Erase,

    /// <summary>The yearly look at accounts.</summary>
    Review,
    ResetPassword,
}

/// <summary>The life of an account.</summary>
internal static class PersonFlow
{
    public static Flow<PersonStatus, PersonAction> Table { get; } = new(
        new()
        {
            [PersonStatus.Active] = new(Counts: true, Final: false, WaitsOn: null, "Đang hoạt động", "Đang hoạt động", "good"),
            [PersonStatus.Disabled] = new(Counts: false, Final: false, WaitsOn: null, "Đã khoá", "Đã khoá", "stop"),
            [PersonStatus.Erased] = new(Counts: false, Final: true, WaitsOn: null, "Đã xoá dữ liệu", "Đã xoá dữ liệu", "ended"),
        },
        new(PersonStatus.Active, PersonAction.Disable, PersonStatus.Disabled),
        new(PersonStatus.Disabled, PersonAction.Enable, PersonStatus.Active),
        new(PersonStatus.Active, PersonAction.Review, PersonStatus.Active),
        new(PersonStatus.Active, PersonAction.ResetPassword, PersonStatus.Active),
        new(PersonStatus.Active, PersonAction.Erase, PersonStatus.Erased),
        new(PersonStatus.Disabled, PersonAction.Erase, PersonStatus.Erased));
}
