#!/bin/sh
# Draws the pictures beside it: lossy WebP files and their pixels as libwebp decodes them. Needs cwebp and dwebp, 1.2 or newer.
set -eu
cd "$(dirname "$0")"
drawn=$(mktemp)
trap 'rm -f "$drawn"' EXIT

# A picture of 128 x 96 whose colours all change slowly; ALPHA is empty or one byte more a pixel, which grows to the right.
draw() {
    LC_ALL=C awk -v alpha="$1" 'BEGIN {
        width = 128; height = 96
        printf "P7\nWIDTH %d\nHEIGHT %d\nDEPTH %d\nMAXVAL 255\nTUPLTYPE %s\nENDHDR\n", width, height, alpha ? 4 : 3, alpha ? "RGB_ALPHA" : "RGB"
        for (y = 0; y < height; y++) for (x = 0; x < width; x++) {
            across = int(90 * x / (width - 1) + .5)
            printf "%c%c%c", 80 + across, 80 + int(90 * y / (height - 1) + .5), 170 - across
            if (alpha) printf "%c", 1 + int(254 * x / (width - 1))
        }
    }' > "$drawn"
}

draw ''
cwebp -quiet -q 50 "$drawn" -o gradient.webp
dwebp -quiet gradient.webp -o gradient.png
draw 1
cwebp -quiet -q 50 "$drawn" -o gradient-alpha.webp
dwebp -quiet gradient-alpha.webp -o gradient-alpha.png
