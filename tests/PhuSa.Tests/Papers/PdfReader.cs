using System.Globalization;
using System.Security.Cryptography.Pkcs;
using System.Text;
using System.Text.RegularExpressions;

namespace PhuSa.Tests.Papers;

/// <summary>Looks at a signed PDF as a reader does.</summary>
internal static partial class PdfReader
{
    /// <summary>Reads the signature out of the file and checks it over the bytes that it names, which are all but itself.</summary>
    public static SignedCms Checked(byte[] signed)
    {
        var text = Encoding.Latin1.GetString(signed);
        var range = Range.Match(text);
        var (open, close, rest) = (At("open"), At("close"), At("rest"));
        Assert.Equal(signed.Length, close + rest);
        Assert.Equal(("<", ">"), (text[open..(open + 1)], text[(close - 1)..close]));
        var content = signed[..open].Concat(signed[close..]).ToArray();
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        cms.Decode(Convert.FromHexString(text[(open + 1)..(close - 1)]));
        cms.CheckSignature(verifySignatureOnly: true);
        return cms;

        int At(string name) => int.Parse(range.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"/ByteRange\s*\[0 (?<open>\d+) (?<close>\d+) (?<rest>\d+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Range { get; }
}
