#include "tests/support/recording_vfs.hpp"

#include <sqlite3.h>

#include <cstring>
#include <new>
#include <string_view>

namespace hornbook::test {

struct RecordingVfs::Record {
  struct Failure {
    std::size_t operation = 0;
    int code = SQLITE_IOERR;
    Fails fails = Fails::Once;
  };
  sqlite3_vfs vfs{};
  sqlite3_vfs* system = nullptr;
  std::vector<DiskOperation> operations;
  std::optional<Failure> failure;
  bool has_failed = false;

  // Counts an operation; what it fails with, or SQLITE_OK.
  int admit(DiskOperation operation) {
    const std::size_t number = operations.size();
    if (failure) {
      const bool is_due =
          failure->fails == Fails::Once ? number == failure->operation && !has_failed : number >= failure->operation;
      if (is_due) {
        has_failed = true;
        return failure->code;
      }
    }
    operations.push_back(std::move(operation));
    return SQLITE_OK;
  }
};

namespace {

using Kind = DiskOperation::Kind;
using Record = RecordingVfs::Record;

std::string name_of(const char* path) {
  const std::string_view whole(path);
  return std::string(whole.substr(whole.find_last_of('/') + 1));
}

// SQLite keeps the memory of an open file; the system's own file lies behind ours.
struct RecordedFile {
  sqlite3_file base;
  Record* record;
  std::string* name;    // null: a temporary file, which is not recorded
  bool flushes_folder;  // with its first flush, as the system does for new logs and rollback journals
};
static_assert(alignof(RecordedFile) <= alignof(void*));

RecordedFile& ours(sqlite3_file* file) { return *reinterpret_cast<RecordedFile*>(file); }
sqlite3_file* theirs(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(RecordedFile));
}

int admit(sqlite3_file* file, Kind kind, std::uint64_t offset = 0, Bytes bytes = {}, bool with_folder = false) {
  const RecordedFile& mine = ours(file);
  if (mine.name == nullptr) return SQLITE_OK;
  return mine.record->admit({kind, *mine.name, offset, std::move(bytes), with_folder});
}

int close_file(sqlite3_file* file) {
  const int code = theirs(file)->pMethods->xClose(theirs(file));
  delete ours(file).name;
  ours(file).name = nullptr;
  return code;
}
int write_file(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
  const auto* bytes = static_cast<const std::uint8_t*>(data);
  const int code = admit(file, Kind::Write, static_cast<std::uint64_t>(offset), Bytes(bytes, bytes + size));
  return code != SQLITE_OK ? code : theirs(file)->pMethods->xWrite(theirs(file), data, size, offset);
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  const int code = admit(file, Kind::Truncate, static_cast<std::uint64_t>(size));
  return code != SQLITE_OK ? code : theirs(file)->pMethods->xTruncate(theirs(file), size);
}
int sync_file(sqlite3_file* file, int flags) {
  const int code = admit(file, Kind::Sync, 0, {}, ours(file).flushes_folder);
  if (code != SQLITE_OK) return code;
  ours(file).flushes_folder = false;
  return theirs(file)->pMethods->xSync(theirs(file), flags);
}
int read_file(sqlite3_file* file, void* data, int size, sqlite3_int64 offset) {
  return theirs(file)->pMethods->xRead(theirs(file), data, size, offset);
}
int file_size(sqlite3_file* file, sqlite3_int64* size) { return theirs(file)->pMethods->xFileSize(theirs(file), size); }
int lock_file(sqlite3_file* file, int level) { return theirs(file)->pMethods->xLock(theirs(file), level); }
int unlock_file(sqlite3_file* file, int level) { return theirs(file)->pMethods->xUnlock(theirs(file), level); }
int is_reserved(sqlite3_file* file, int* result) {
  return theirs(file)->pMethods->xCheckReservedLock(theirs(file), result);
}
int control_file(sqlite3_file* file, int operation, void* argument) {
  return theirs(file)->pMethods->xFileControl(theirs(file), operation, argument);
}
int sector_size(sqlite3_file* file) { return theirs(file)->pMethods->xSectorSize(theirs(file)); }
int characteristics(sqlite3_file* file) { return theirs(file)->pMethods->xDeviceCharacteristics(theirs(file)); }
int map_shared(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
  return theirs(file)->pMethods->xShmMap(theirs(file), region, size, extend, memory);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
  return theirs(file)->pMethods->xShmLock(theirs(file), offset, count, flags);
}
void order_shared(sqlite3_file* file) { theirs(file)->pMethods->xShmBarrier(theirs(file)); }
int unmap_shared(sqlite3_file* file, int remove) { return theirs(file)->pMethods->xShmUnmap(theirs(file), remove); }

// Version 2: write-ahead logs, and no files mapped into memory, whose writes nobody would see.
constexpr sqlite3_io_methods methods = {
    2,           close_file,   read_file,    write_file,   truncate_file, sync_file,       file_size,
    lock_file,   unlock_file,  is_reserved,  control_file, sector_size,   characteristics, map_shared,
    lock_shared, order_shared, unmap_shared, nullptr,      nullptr};

Record& record_of(sqlite3_vfs* vfs) { return *static_cast<Record*>(vfs->pAppData); }

int open_file(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* flags_out) {
  Record& record = record_of(vfs);
  auto* mine = new (file) RecordedFile{{nullptr}, &record, nullptr, false};
  const int code = record.system->xOpen(record.system, path, theirs(file), flags, flags_out);
  if (code != SQLITE_OK) return code;
  const bool is_recorded = (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
  if (is_recorded) mine->name = new std::string(name_of(path));
  mine->flushes_folder = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & SQLITE_OPEN_MAIN_DB) == 0;
  mine->base.pMethods = &methods;
  return SQLITE_OK;
}
int delete_file(sqlite3_vfs* vfs, const char* path, int flush_folder) {
  Record& record = record_of(vfs);
  const int code = record.admit({Kind::Delete, name_of(path), 0, {}, flush_folder != 0});
  return code != SQLITE_OK ? code : record.system->xDelete(record.system, path, flush_folder);
}

}  // namespace

RecordingVfs::RecordingVfs() : record_(std::make_unique<Record>()) {
  record_->system = sqlite3_vfs_find(nullptr);
  record_->vfs = *record_->system;
  record_->vfs.zName = "recording";
  record_->vfs.pAppData = record_.get();
  record_->vfs.pNext = nullptr;
  record_->vfs.szOsFile = static_cast<int>(sizeof(RecordedFile)) + record_->system->szOsFile;
  record_->vfs.xOpen = open_file;
  record_->vfs.xDelete = delete_file;
  sqlite3_vfs_register(&record_->vfs, 1);
}

RecordingVfs::~RecordingVfs() { sqlite3_vfs_unregister(&record_->vfs); }

const std::vector<DiskOperation>& RecordingVfs::operations() const { return record_->operations; }

void RecordingVfs::fail(std::size_t operation, int code, Fails fails) {
  record_->failure = Record::Failure{operation, code, fails};
  record_->has_failed = false;
}

void RecordingVfs::heal() { record_->failure.reset(); }

bool RecordingVfs::has_failed() const { return record_->has_failed; }

}  // namespace hornbook::test
