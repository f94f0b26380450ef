package org.ccican.conformance.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ccican.check.Checks;
import org.ccican.cose.CoseAlgorithm;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.role.RoleId;
import org.ccican.transport.HttpListener;
import org.ccican.transport.SecureChannel;
import org.ccican.trust.TlsIdentity;
import org.ccican.wire.Bytes;

/** A scenario's TAM at listeners that speak TLS, its own or somebody else's. */
final class SecureTam implements AutoCloseable {

  private static final Duration LIFE = Duration.ofDays(1);

  private final Scene scene;
  private final List<HttpListener> open = new ArrayList<>();

  SecureTam(Scene scene) {
    this.scene = scene;
  }

  /** SHA-256 of the SubjectPublicKeyInfo of the TAM's own server. */
  Bytes key() {
    return Crypto.sha256(identity("of the TAM").spki());
  }

  /** The TAM's URI at its own server. */
  String uri() {
    return uri("of the TAM");
  }

  /** A URI of the TAM's address, where a server answers that has another key. */
  String uriOfAnother() {
    return uri("of somebody else");
  }

  private String uri(String whose) {
    try {
      HttpListener listener =
          HttpListener.openTls(
              RoleId.TAM,
              SecureChannel.server(List.of(identity(whose))),
              scene.listeners().executor(),
              Checks.unbroken());
      open.add(scene.listeners().with(listener));
      String instance = Scene.instance(scene.log().id());
      listener.mount(instance, scene.stack().endpoint(RoleId.TAM));
      return listener.address(instance) + "/teep";
    } catch (IOException e) {
      throw new UncheckedIOException("no port for a TAM behind TLS", e);
    }
  }

  /** A key and a certificate that nobody has signed. */
  private TlsIdentity identity(String whose) {
    SigningKey key =
        SigningKey.fromSeed(
            CoseAlgorithm.ESP256,
            scene.randomness().split("server " + whose).next(32),
            scene.crypto());
    return TlsIdentity.create(key, scene.now().minus(LIFE), scene.now().plus(LIFE), scene.crypto());
  }

  @Override
  public void close() {
    open.forEach(scene.listeners()::close);
  }
}
