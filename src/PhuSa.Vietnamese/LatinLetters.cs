using System.Collections.Frozen;

namespace PhuSa.Vietnamese;

/// <summary>
/// Letters of the Latin script taken apart and put together again, from tables of our own: a server in invariant
/// globalization has no ICU, and there <see cref="string.Normalize()"/> leaves everything but ASCII as it is.
/// </summary>
internal static class LatinLetters
{
    // Each line: a combining mark, then pairs "letter without it, letter with it" (Unicode canonical decompositions,
    // Latin-1 to Latin Extended-B and Latin Extended Additional).
    private static readonly (char Mark, string Pairs)[] Table =
    [
        ('\u0300', "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳ"),
        ('\u0301', "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻÆǼæǽØǾøǿÇḈçḉĒḖēḗÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕ"
            + "ŨṸũṹWẂwẃÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứ"),
        ('\u0302', "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệỌỘọộ"),
        ('\u0303', "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ"),
        ('\u0304', "AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰȯȱYȲyȳGḠgḡḶḸḷḹṚṜṛṝ"),
        ('\u0306', "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭȨḜȩḝẠẶạặ"),
        ('\u0307', "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡŚṤśṥŠṦšṧṢṨṣṩTṪtṫWẆwẇXẊxẋYẎyẏſẛ"),
        ('\u0308', "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸHḦhḧÕṎõṏŪṺūṻWẄwẅXẌxẍtẗ"),
        ('\u0309', "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ"),
        ('\u030A', "AÅaåUŮuůwẘyẙ"),
        ('\u030B', "OŐoőUŰuű"),
        ('\u030C', "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧKǨkǩƷǮʒǯjǰHȞhȟ"),
        ('\u030F', "AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕ"),
        ('\u0311', "AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ"),
        ('\u031B', "OƠoơUƯuư"),
        ('\u0323', "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụƯỰưựYỴyỵ"),
        ('\u0324', "UṲuṳ"),
        ('\u0325', "AḀaḁ"),
        ('\u0326', "SȘsșTȚtț"),
        ('\u0327', "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ"),
        ('\u0328', "AĄaąEĘeęIĮiįUŲuųOǪoǫ"),
        ('\u032D', "DḒdḓEḘeḙLḼlḽNṊnṋTṰtṱUṶuṷ"),
        ('\u032E', "HḪhḫ"),
        ('\u0330', "EḚeḛIḬiḭUṴuṵ"),
        ('\u0331', "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ"),
    ];

    private static readonly FrozenDictionary<(char Letter, char Mark), char> Joined = Pairs()
        .ToFrozenDictionary(p => (p.Letter, p.Mark), p => p.Whole);

    private static readonly FrozenDictionary<char, (char Letter, char Mark)> Parts = Pairs()
        .ToFrozenDictionary(p => p.Whole, p => (p.Letter, p.Mark));

    // Canonical combining classes of U+0300..U+036F: from this code on, this class.
    private static readonly (char From, byte Class)[] Classes =
    [
        ('\u0300', 230), ('\u0315', 232), ('\u0316', 220), ('\u031A', 232), ('\u031B', 216), ('\u031C', 220), ('\u0321', 202),
        ('\u0323', 220), ('\u0327', 202), ('\u0329', 220), ('\u0334', 1), ('\u0339', 220), ('\u033D', 230), ('\u0345', 240),
        ('\u0346', 230), ('\u0347', 220), ('\u034A', 230), ('\u034D', 220), ('\u034F', 0), ('\u0350', 230), ('\u0353', 220),
        ('\u0357', 230), ('\u0358', 232), ('\u0359', 220), ('\u035B', 230), ('\u035C', 233), ('\u035D', 234), ('\u035F', 233),
        ('\u0360', 234), ('\u0362', 233), ('\u0363', 230),
    ];

    /// <summary>A combining mark of the block Latin uses; the grapheme joiner (U+034F) is none.</summary>
    public static bool IsMark(char c) => c is >= '\u0300' and <= '\u036F' and not '\u034F';

    public static bool TrySplit(char whole, out char letter, out char mark)
    {
        var found = Parts.TryGetValue(whole, out var parts);
        (letter, mark) = parts;
        return found;
    }

    public static bool TryJoin(char letter, char mark, out char whole) => Joined.TryGetValue((letter, mark), out whole);

    public static byte CombiningClass(char mark)
    {
        var last = (byte)0;
        foreach (var (from, @class) in Classes)
        {
            if (mark < from)
            {
                break;
            }

            last = @class;
        }

        return last;
    }

    private static IEnumerable<(char Letter, char Mark, char Whole)> Pairs() =>
        from row in Table
        from pair in row.Pairs.Chunk(2)
        select (pair[0], row.Mark, pair[1]);
}
