package org.ccican.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.ccican.cose.Crypto;
import org.ccican.role.Answer;
import org.ccican.trust.TlsIdentity;
import org.ccican.wire.Bytes;

/**
 * TLS from owner to middleware (ccican-00 sections 5(1) and 7): the server shows a self-signed
 * certificate for a key made inside its environment. The client takes any certificate, since trust
 * comes from the evidence that names the key's hash and from nothing else; once there is evidence
 * it can be held to that key.
 */
public final class SecureChannel {

  private SecureChannel() {}

  /**
   * A server that shows the identities in turn, one for each connection and the last from then on.
   *
   * @param identities one, unless somebody takes the place of another
   */
  public static SSLContext server(List<TlsIdentity> identities) {
    return context(new KeyManager[] {new KeysInTurn(identities)}, null);
  }

  public static SSLContext client() {
    return context(null, new TrustManager[] {new Peer(Optional.empty())});
  }

  /**
   * A client of one server only.
   *
   * @param peerKey SHA-256 of its SubjectPublicKeyInfo
   */
  public static SSLContext client(Bytes peerKey) {
    return context(null, new TrustManager[] {new Peer(Optional.of(peerKey))});
  }

  /**
   * Whose channel there would be: a handshake, and nothing after it.
   *
   * @param server host and port of it
   * @param timeout real time for connection and handshake, each
   * @return empty if the server speaks no TLS
   * @throws IOException if there is no server
   */
  public static Optional<Answer.Channel> look(URI server, Duration timeout) throws IOException {
    int patience = Math.toIntExact(timeout.toMillis());
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(server.getHost(), server.getPort()), patience);
      plain.setSoTimeout(patience);
      SSLSocket socket =
          (SSLSocket)
              client()
                  .getSocketFactory()
                  .createSocket(plain, server.getHost(), server.getPort(), true);
      socket.startHandshake();
      SSLSession session = socket.getSession();
      Bytes spki = Bytes.of(session.getPeerCertificates()[0].getPublicKey().getEncoded());
      return Optional.of(new Answer.Channel(session.getProtocol(), Crypto.sha256(spki)));
    } catch (SSLException e) {
      return Optional.empty();
    }
  }

  private static SSLContext context(KeyManager[] keys, TrustManager[] trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(keys, trust, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no TLS 1.3", e);
    }
  }

  /** An environment's keys, handed over as they are: a key store would encrypt them first. */
  private static final class KeysInTurn extends X509ExtendedKeyManager {

    private static final String TYPE = "EC";

    private final List<TlsIdentity> identities;
    private final AtomicInteger connections = new AtomicInteger();

    KeysInTurn(List<TlsIdentity> identities) {
      this.identities = List.copyOf(identities);
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
      return new String[] {"0"};
    }

    @Override
    public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
      return choose(type);
    }

    @Override
    public String chooseEngineServerAlias(String type, Principal[] issuers, SSLEngine engine) {
      return choose(type);
    }

    private String choose(String type) {
      return type.equals(TYPE)
          ? String.valueOf(Math.min(connections.getAndIncrement(), identities.size() - 1))
          : null;
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
      return new String[0];
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
      return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return new X509Certificate[] {identities.get(Integer.parseInt(alias)).certificate()};
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return identities.get(Integer.parseInt(alias)).privateKey();
    }
  }

  /**
   * Any server before its evidence is there, the attested one afterwards; the extended kind also
   * keeps the JDK from comparing host names.
   */
  private static final class Peer extends X509ExtendedTrustManager {

    private final Optional<Bytes> key;

    Peer(Optional<Bytes> key) {
      this.key = key;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      Bytes shown = Crypto.sha256(Bytes.of(chain[0].getPublicKey().getEncoded()));
      if (key.isPresent() && !key.get().equals(shown)) {
        throw new CertificateException("the server's key is " + shown + ", not " + key.get());
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      checkServerTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
