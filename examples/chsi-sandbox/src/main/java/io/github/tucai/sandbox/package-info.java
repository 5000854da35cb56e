/**
 * The registry's side of the channel, small but real: HTTPS with both sides known by certificate, on loopback.
 *
 * <p>Embedded:
 * <pre>{@code
 * DemoKeys keys = DemoKeys.in(folder.resolve("keys"), Clock.systemUTC(), new SecureRandom());
 * try (ChsiSandbox registry = ChsiSandbox.start(keys.sandbox(folder.resolve("registry")))) {
 *     CollectionCode code = registry.issue(claims);
 *     ChsiTransport transport = HttpsChsiTransport.builder(registry.endpoint())
 *             .clientKey(keys.clientKeyStore(), keys::password)
 *             .trusted(keys.trusted())
 *             .receiptKeys(keys.collector())
 *             .build();
 * }
 * }</pre>
 *
 * <p>Alone: {@code ChsiSandbox FOLDER [PORT]} makes the keys in {@code FOLDER/keys} at its first start. Beside the protocol that
 * {@code HttpsChsiTransport} describes it takes {@code POST v1/codes} with form fields ({@code enrolment}, {@code name},
 * {@code id}, {@code school}, {@code studentNumber}, {@code classYear}, {@code validDays}) and answers with a code, and {@code
 * GET v1/stored}, which lists every image that was ever stored, so that one stored twice is counted where it lies. {@link
 * io.github.tucai.sandbox.SandboxProcess} runs it beside a program that kills collectors.
 */
@NullMarked
package io.github.tucai.sandbox;

import org.jspecify.annotations.NullMarked;
