#!/bin/sh
# Draws the pictures in the folder variants: one drawing in the variants of the formats that are read, each NAME.x with
# NAME.x.png, its pixels over white as another decoder sees them. Needs ImageMagick 6.9, cjpeg and djpeg of libjpeg-turbo 2,
# cwebp and dwebp 1.2.
set -eu
cd "$(dirname "$0")/variants"
rm -f ./*
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

# 61 x 43: no side is a multiple of a block. Colours that change slowly, a dark square, a light line.
draw() {
    LC_ALL=C awk -v alpha="$1" 'BEGIN {
        width = 61; height = 43
        printf "P7\nWIDTH %d\nHEIGHT %d\nDEPTH %d\nMAXVAL 255\nTUPLTYPE %s\nENDHDR\n", width, height, alpha ? 4 : 3, alpha ? "RGB_ALPHA" : "RGB"
        for (y = 0; y < height; y++) for (x = 0; x < width; x++) {
            red = 60 + int(150 * x / (width - 1)); green = 70 + int(130 * y / (height - 1)); blue = 200 - int(120 * x / (width - 1))
            if (x > 20 && x < 34 && y > 12 && y < 26) { red = 40; green = 30; blue = 60 }
            if (y == 33) { red = 240; green = 230; blue = 210 }
            printf "%c%c%c", red, green, blue
            if (alpha) printf "%c", 1 + int(254 * x / (width - 1))
        }
    }' > "$work/drawn.pam"
}

# The reference: any picture over white as 8-bit RGB.
reference() {
    convert "$1" -background white -alpha remove -alpha off -depth 8 -define png:exclude-chunks=all PNG24:"$2"
}

made() {
    convert "$work/drawn.pam" -strip "$@"
    for last; do :; done
    file=${last#*:}
    reference "$file" "$file.png"
}

jpeg() {
    name=$1
    shift
    convert "$work/drawn.pam" "$work/drawn.ppm"
    cjpeg -quality 88 "$@" "$work/drawn.ppm" > "$name.jpg"
    djpeg -dct int "$name.jpg" > "$work/decoded.pnm"
    convert "$work/decoded.pnm" -depth 8 -define png:exclude-chunks=all PNG24:"$name.jpg.png"
}

draw ''
jpeg baseline-420 -sample 2x2
jpeg baseline-422 -sample 2x1
jpeg baseline-440 -sample 1x2
jpeg baseline-411 -sample 4x1
jpeg baseline-444 -sample 1x1
jpeg progressive -progressive
jpeg restarts -restart 1
jpeg grey -grayscale
jpeg rgb -rgb -sample 1x1

for bits in 1 2 4 8; do made -colors $((1 << bits)) -type Palette -define png:bit-depth=$bits palette-$bits.png; done
for bits in 1 2 4 8 16; do made -colorspace Gray -define png:color-type=0 -define png:bit-depth=$bits grey-$bits.png; done
for bits in 8 16; do made -define png:color-type=2 -define png:bit-depth=$bits rgb-$bits.png; done
made -interlace PNG -define png:color-type=2 -define png:bit-depth=8 interlaced.png
made -colors 64 palette.gif
made -interlace GIF -colors 64 interlaced.gif

made BMP2:os2.bmp
made BMP3:windows3-24.bmp
made BMP:windows5-24.bmp
made -colors 2 -type Palette BMP3:palette-1.bmp
made -colors 16 -type Palette BMP3:palette-4.bmp
made -colors 200 -type Palette -compress None BMP3:palette-8.bmp
made -colors 200 -type Palette -compress RLE BMP3:rle-8.bmp
made -define bmp:subtype=RGB565 -alpha off BMP:rgb-565.bmp
made -define bmp:subtype=RGB555 -alpha off BMP:rgb-555.bmp

cwebp -quiet -lossless "$work/drawn.ppm" -o lossless.webp
dwebp -quiet lossless.webp -o "$work/decoded.png"
reference "$work/decoded.png" lossless.webp.png

draw 1
for bits in 8 16; do
    made -colorspace Gray -define png:color-type=4 -define png:bit-depth=$bits alpha-grey-$bits.png
    made -define png:color-type=6 -define png:bit-depth=$bits alpha-rgb-$bits.png
done
made -colors 32 -channel A -threshold 50% +channel -define png:color-type=3 alpha-palette.png
made BMP:alpha-32.bmp
cwebp -quiet -lossless -exact "$work/drawn.pam" -o lossless-alpha.webp
dwebp -quiet lossless-alpha.webp -o "$work/decoded.png"
reference "$work/decoded.png" lossless-alpha.webp.png
