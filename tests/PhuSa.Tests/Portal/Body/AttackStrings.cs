namespace PhuSa.Tests.Portal.Body;

/// <summary>Texts that try to bring script, a look, a form or a foreign picture into a page. One line is one try.</summary>
internal static class AttackStrings
{
    public static TheoryData<string> All => [.. Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private const string Lines = """
        <script>alert(1)</script>
        <SCRIPT SRC=//evil.example/x.js></SCRIPT>
        <scr<script>ipt>alert(1)</scr</script>ipt>
        <<script>alert(1)//<</script>
        <script/x>alert(1)</script/x>
        <script>alert(1)
        <p onclick="alert(1)">chữ</p>
        <p ONMOUSEOVER=alert(1)>chữ</p>
        <p/onclick=alert(1)>chữ</p>
        <img src=x onerror=alert(1)>
        <img src="/tep/a.jpg" onload="alert(1)">
        <img/src="/x"/onerror="alert(1)">
        <img src="javascript:alert(1)">
        <img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+">
        <img src="https://evil.example/track.gif">
        <img src="//evil.example/track.gif">
        <img src="/\evil.example/track.gif">
        <img srcset="https://evil.example/a.jpg 1x" src="/tep/a.jpg">
        <img lowsrc="https://evil.example/a.jpg">
        <image src="https://evil.example/a.jpg">
        <a href="javascript:alert(1)">chữ</a>
        <a href="JaVaScRiPt:alert(1)">chữ</a>
        <a href="java&#10;script:alert(1)">chữ</a>
        <a href="java&#x0D;script:alert(1)">chữ</a>
        <a href="&#106;avascript:alert(1)">chữ</a>
        <a href=" javascript:alert(1)">chữ</a>
        <a href="&#1;javascript:alert(1)">chữ</a>
        <a href="vbscript:msgbox(1)">chữ</a>
        <a href="data:text/html,<script>alert(1)</script>">chữ</a>
        <a href="file:///etc/passwd">chữ</a>
        <a href="blob:https://evil.example/1">chữ</a>
        <a href="//evil.example">chữ</a>
        <a href="/\evil.example">chữ</a>
        <a href="https://evil.example" target="_blank" onclick="alert(1)">chữ</a>
        <a href="/x" style="position:fixed;inset:0">chữ</a>
        <a href="/x" class="btn" id="login" name="login">chữ</a>
        <a href="https://evil.example&quot; onclick=&quot;alert(1)">chữ</a>
        <svg onload=alert(1)>
        <svg><script>alert(1)</script></svg>
        <svg><a xlink:href="javascript:alert(1)"><text>chữ</text></a></svg>
        <svg><animate onbegin=alert(1) attributeName=x dur=1s>
        <svg><foreignObject><iframe src="javascript:alert(1)"></iframe></foreignObject></svg>
        <svg></p><style><a id="</style><img src=1 onerror=alert(1)>">
        <math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>
        <math href="javascript:alert(1)">chữ</math>
        <math><annotation-xml encoding="text/html"><p onclick=alert(1)>x</p></annotation-xml></math>
        <iframe src="https://evil.example"></iframe>
        <iframe srcdoc="<script>alert(1)</script>"></iframe>
        <object data="https://evil.example/x.swf"></object>
        <embed src="https://evil.example/x.swf">
        <applet code="x"></applet>
        <frameset onload=alert(1)></frameset>
        <base href="https://evil.example/">
        <link rel="stylesheet" href="https://evil.example/x.css">
        <meta http-equiv="refresh" content="0;url=https://evil.example">
        <style>body{display:none}</style>
        <style>@import 'https://evil.example/x.css';</style>
        <p style="background:url(https://evil.example/a.gif)">chữ</p>
        <p style="width:expression(alert(1))">chữ</p>
        <div style="position:fixed;top:0;left:0;width:100%;height:100%">chữ</div>
        <form action="https://evil.example"><input name="password"><button>Đăng nhập</button></form>
        <input autofocus onfocus=alert(1)>
        <button formaction="javascript:alert(1)">chữ</button>
        <select autofocus onfocus=alert(1)></select>
        <textarea></textarea><script>alert(1)</script>
        <textarea><img src=x onerror=alert(1)></textarea>
        <details open ontoggle=alert(1)><summary>chữ</summary></details>
        <video src="https://evil.example/x.mp4" onerror=alert(1)></video>
        <audio src=x onerror=alert(1)>
        <video><source onerror="alert(1)"></video>
        <marquee onstart=alert(1)>chữ chạy</marquee>
        <blink>chữ nháy</blink>
        <body onload=alert(1)>
        <html><body><p>chữ</p></body></html>
        <!--<img src="--><img src=x onerror=alert(1)>
        <!--[if gte IE 4]><script>alert(1)</script><![endif]-->
        <!-- --!> <img src=x onerror=alert(1)> -->
        <![CDATA[<script>alert(1)</script>]]>
        <?xml version="1.0"?><script>alert(1)</script>
        <noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>
        <template><script>alert(1)</script></template>
        <xmp><script>alert(1)</script></xmp>
        <plaintext><script>alert(1)</script>
        <title><img src=x onerror=alert(1)></title>
        <table background="https://evil.example/a.gif"><tr><td>ô</td></tr></table>
        <table><tr><td style="background:url(x)" onclick=alert(1)>ô</td></tr></table>
        <table><caption><svg/onload=alert(1)></caption><tr><td>ô</td></tr></table>
        <td onclick=alert(1)>ô lạc</td>
        <ul><li style="list-style:url(javascript:alert(1))">mục</li></ul>
        <figure onclick=alert(1)><img src="/tep/a.jpg"><figcaption onclick=alert(1)><b>chú</b></figcaption></figure>
        <p id="__proto__" name="constructor">chữ</p>
        <p data-editor data-keep="x" contenteditable>chữ</p>
        <p aria-hidden="true" role="button" tabindex="1">chữ</p>
        <p class="ps-error" hidden>chữ</p>
        <p dir="rtl" lang="ar">chữ</p>
        <p xml:base="javascript:" xmlns:x="x">chữ</p>
        <x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>
        <custom-element onclick=alert(1)>chữ</custom-element>
        <p>{so-ket/events.sessions}<img src="/tep/{so-ket/x}.jpg" alt="{so-ket/events.sessions}"></p>
        <a href="/{so-ket/events.sessions}">chữ</a>
        <img src="/tep/a.jpg" alt="&quot;><script>alert(1)</script>">
        <img src="/tep/a.jpg" alt="`><img src=x onerror=alert(1)>">
        <div><div><div><p>sâu<p>sâu</div></div></div>
        <a href="/x"><a href="/y">lồng nhau</a></a>
        <strong><p>khối trong dòng</p></strong>
        <p><ul><li>danh sách trong đoạn</ul></p>
        &lt;script&gt;alert(1)&lt;/script&gt;
        <p>&lt;img src=x onerror=alert(1)&gt;</p>
        <%00script>alert(1)</script>
        <img src="/tep/a.jpg" alt="x" src="javascript:alert(1)">
        <a href="mailto:a@b.vn?subject=%0d%0aBcc:x@y.z">thư</a>
        <a href="tel:02963852212">gọi</a>
        """;
}
