namespace PhuSa.Identity.SignIn;

/// <summary>How a code reaches its person, and so how long it is worth something.</summary>
internal enum OneTimeCodeUse
{
    /// <summary>On paper, from an officer's hand: seven days.</summary>
    Printed,

    /// <summary>By SMS, Zalo or mail, asked for by the person: ten minutes.</summary>
    Sent,
}
