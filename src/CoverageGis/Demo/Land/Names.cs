using CoverageGis.Demo.Drawing;

namespace CoverageGis.Demo.Land;

/// <summary>A Chinese name with its English reading.</summary>
internal readonly record struct Name(string Chinese, string English)
{
    public Name With(string chinese, string english) => new(Chinese + chinese, $"{English} {english}");
}

/// <summary>Invented names: rare characters joined at will, so that none is the name of a place that exists.</summary>
internal sealed class Names(Dice dice)
{
    private static readonly Name[] Heads =
    [
        new("澄岚", "Chenglan"), new("霁川", "Jichuan"), new("砚溪", "Yanxi"), new("岚汀", "Lanting"),
        new("栖禾", "Qihe"), new("沐岑", "Mucen"), new("云笠", "Yunli"), new("汀芷", "Tingzhi"),
        new("筠亭", "Junting"), new("璞陌", "Pumo"), new("霖桥", "Linqiao"), new("泠泉", "Lingquan"),
        new("朗陌", "Langmo"), new("荻苇", "Diwei"), new("槿陌", "Jinmo"), new("珩汀", "Hengting"),
        new("筱岚", "Xiaolan"), new("桁溪", "Hangxi"), new("煦禾", "Xuhe"), new("翎川", "Lingchuan"),
        new("墨笠", "Moli"), new("蘅芜", "Hengwu"), new("琼岑", "Qiongcen"), new("骊汀", "Liting"),
        new("澹川", "Danchuan"), new("缃陌", "Xiangmo"), new("晏禾", "Yanhe"), new("聆松", "Lingsong"),
        new("枕岚", "Zhenlan"), new("漱石", "Shushi"), new("芸桁", "Yunhang"), new("棠笠", "Tangli"),
        new("蔚汀", "Weiting"), new("皓溪", "Haoxi"), new("澜岑", "Lancen"), new("渺川", "Miaochuan"),
        new("笙禾", "Shenghe"), new("绮陌", "Qimo"), new("邈岚", "Miaolan"), new("淙桥", "Congqiao"),
    ];

    private readonly Queue<Name> _heads = new(Shuffled(dice));
    private readonly Queue<Name> _pairs = new(Shuffled(dice).Zip(Shuffled(dice),
        (a, b) => new Name($"{a.Chinese[0]}{b.Chinese[1]}", $"{a.English}-{b.English}")));

    /// <summary>A head that no other name of this list has yet; mixed ones when the plain ones are used up.</summary>
    public Name Next()
    {
        if (_heads.TryDequeue(out var head)) return head;
        if (_pairs.Count == 0)
            foreach (var (a, b) in Shuffled(dice).Zip(Shuffled(dice)))
                _pairs.Enqueue(new Name($"{a.Chinese[0]}{b.Chinese[1]}", $"{a.English}-{b.English}"));
        return _pairs.Dequeue();
    }

    private static Name[] Shuffled(Dice dice)
    {
        var heads = Heads.ToArray();
        for (var i = heads.Length - 1; i > 0; i--)
        {
            var j = dice.Below(i + 1);
            (heads[i], heads[j]) = (heads[j], heads[i]);
        }
        return heads;
    }
}
