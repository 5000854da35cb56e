package io.github.tucai.imaging.internal.finish;

import io.github.tucai.photo.Advice;

/** Why no product can be made of a crop, as advice to the student. */
final class Refusal {
    static final Advice NO_FACE = new Advice(
            "裁剪后的照片中找不到人脸，请重新拍摄。",
            "No face can be found in the part that the product would show; take the photo again.");
    static final Advice GENERATED = new Advice(
            "文件自带人工智能生成或合成的标识，制作成品会去掉该标识，因此不予制作；请上传相机或手机拍摄的原照片。",
            "The file carries a mark that it was generated or composed by a program. A product would lose that mark, so none is"
                    + " made; send the photo as the camera took it.");
    static final Advice TOO_PLAIN = new Advice(
            "即使用最高质量压缩，文件仍小于规定大小，照片细节不足，请重新拍摄。",
            "Even at the best quality the file stays below the smallest size: the photo lacks detail; take it again.");
    static final Advice TOO_DETAILED = new Advice(
            "即使用允许的最低质量压缩，文件仍大于规定大小，照片噪点过多，请在光线充足处重新拍摄。",
            "Even at the least quality allowed the file exceeds the largest size: the photo is noisy; take it in better light.");

    private Refusal() {}
}
