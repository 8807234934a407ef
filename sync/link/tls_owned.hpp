// mbedTLS structures with an owner. Included by tls_*.cpp and by sync/delivery/pem_key.cpp: nobody else
// sees mbedTLS.
#pragma once

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/pk.h>
#include <mbedtls/ssl.h>
#include <mbedtls/x509_crt.h>

#include <string>

#include "runtime/core/error.hpp"

namespace hornbook::link {

template <class T, void (*start)(T*), void (*stop)(T*)>
class TlsOwned {
 public:
  TlsOwned() { start(&value_); }
  ~TlsOwned() { stop(&value_); }
  TlsOwned(const TlsOwned&) = delete;
  TlsOwned& operator=(const TlsOwned&) = delete;
  [[nodiscard]] T* get() { return &value_; }
  [[nodiscard]] T* operator->() { return &value_; }

 private:
  T value_;
};

using TlsEntropy = TlsOwned<mbedtls_entropy_context, mbedtls_entropy_init, mbedtls_entropy_free>;
using TlsDrbg = TlsOwned<mbedtls_ctr_drbg_context, mbedtls_ctr_drbg_init, mbedtls_ctr_drbg_free>;
using TlsKey = TlsOwned<mbedtls_pk_context, mbedtls_pk_init, mbedtls_pk_free>;
using TlsCertificate = TlsOwned<mbedtls_x509_crt, mbedtls_x509_crt_init, mbedtls_x509_crt_free>;
using TlsCertificateWriter = TlsOwned<mbedtls_x509write_cert, mbedtls_x509write_crt_init, mbedtls_x509write_crt_free>;
using TlsNumber = TlsOwned<mbedtls_mpi, mbedtls_mpi_init, mbedtls_mpi_free>;
using TlsConfig = TlsOwned<mbedtls_ssl_config, mbedtls_ssl_config_init, mbedtls_ssl_config_free>;
using TlsSession = TlsOwned<mbedtls_ssl_context, mbedtls_ssl_init, mbedtls_ssl_free>;

// mbedTLS draws its secrets from its own generator, seeded by the system's entropy. Safe from any thread.
class TlsRandom {
 public:
  // OurBug when the system gives no entropy.
  [[nodiscard]] Done seed() {
    if (mbedtls_ctr_drbg_seed(drbg_.get(), mbedtls_entropy_func, entropy_.get(), nullptr, 0) != 0)
      return fail(ErrorCode::OurBug, "TLS", "the system gave no entropy");
    return {};
  }
  [[nodiscard]] mbedtls_ctr_drbg_context* get() { return drbg_.get(); }

 private:
  TlsEntropy entropy_;
  TlsDrbg drbg_;
};

}  // namespace hornbook::link
