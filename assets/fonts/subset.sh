#!/bin/sh
# Makes the fonts of this folder from Debian's packages. Usage: subset.sh FOLDER
# FOLDER holds the packages' .ttf files; pyftsubset and pyftmerge (fonttools) must be on the path.
set -eu
from=$1
to=$(cd "$(dirname "$0")" && pwd)
text=U+0020-007E,U+00A0-024F,U+0259,U+02B0-02FF,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+1F00-1FFF
text=$text,U+2000-206F,U+2070-209F,U+20A0-20CF,U+2100-214F,U+2150-218F,U+2190-21FF,U+25A0-25FF,U+FB00-FB06,U+FFFD
features=ccmp,locl,mark,mkmk,kern,liga,tnum,pnum,lnum,onum,case,frac,numr,dnom,sups,subs,ordn,zero

for face in NotoSerif-Regular NotoSerif-Bold NotoSerif-Italic NotoSans-Regular NotoSans-SemiBold; do
    pyftsubset "$from/$face.ttf" --output-file="$to/$face.ttf" --unicodes="$text" \
        --layout-features="$features" --no-hinting --desubroutinize --notdef-outline --name-IDs='*'
done

# Arrows, mathematical signs, shapes, marks and key names: none of the faces above has them.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cut() {
    pyftsubset "$from/$1-Regular.ttf" --output-file="$work/$1.ttf" --unicodes="$2" \
        --layout-features= --no-hinting --notdef-outline --name-IDs='*'
}
cut NotoSansSymbols U+2190-2199,U+2303,U+238B
cut NotoSansMath U+2212,U+2248,U+2260,U+2264,U+2265,U+221E,U+221A,U+2211,U+2206,U+220F,U+222B,U+2202,U+21A9,U+21AA,U+21B5,U+21E4,U+21E5
cut NotoSansSymbols2 U+21E7,U+2318,U+2325,U+2326,U+232B,U+23CE,U+2423,U+25A0-25FF,U+2610-2612,U+2630,U+2691,U+26A0,U+2713,U+2714,U+2717,U+2718,U+270E,U+270F
pyftmerge --output-file="$work/merged.ttf" "$work/NotoSansSymbols.ttf" "$work/NotoSansMath.ttf" "$work/NotoSansSymbols2.ttf"

# The line height of Noto Sans, so that a line with a symbol is as high as one without.
python3 - "$work/merged.ttf" "$to/NotoSansSymbols-Merged.ttf" <<'END'
import sys
from fontTools.ttLib import TTFont
font = TTFont(sys.argv[1])
font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = 1069, -293, 0
os2 = font["OS/2"]
os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = 1069, -293, 0
os2.usWinAscent, os2.usWinDescent = 1069, 293
font.save(sys.argv[2])
END
