namespace PhuSa.Platform.Rights;

/// <summary>What a person does for an organisation. Rights are granted to roles, never to people.</summary>
public enum Role
{
    /// <summary>Runs the installation: people, jobs, alarms. Holds no right over the content of records.</summary>
    Administrator,
    DepartmentOfficer,
    DepartmentPublisher,
    DepartmentLeader,
    AllianceOfficer,
    AlliancePublisher,
    AllianceLeader,

    /// <summary>Reads the journal and every record, changes nothing.</summary>
    Auditor,
    CooperativeDirector,
    Partner,
}

/// <summary>The names of roles as people read them.</summary>
public static class RoleWords
{
    /// <returns>The Vietnamese name, a key of the platform's English table.</returns>
    public static string Of(Role role) => role switch
    {
        Role.Administrator => "Quản trị hệ thống",
        Role.DepartmentOfficer => "Chuyên viên Sở",
        Role.DepartmentPublisher => "Người xuất bản của Sở",
        Role.DepartmentLeader => "Lãnh đạo Sở",
        Role.AllianceOfficer => "Chuyên viên Liên minh",
        Role.AlliancePublisher => "Người xuất bản của Liên minh",
        Role.AllianceLeader => "Lãnh đạo Liên minh",
        Role.Auditor => "Người kiểm tra",
        Role.CooperativeDirector => "Người đại diện hợp tác xã",
        Role.Partner => "Đối tác",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
